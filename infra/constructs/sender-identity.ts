/** Whom SES takes the school's mail from: a domain with signatures and an envelope sender of its own, or a single address. */
import { Aws, Fn, RemovalPolicy, Stack } from "aws-cdk-lib";
import { EmailIdentity, Identity } from "aws-cdk-lib/aws-ses";
import type { Construct } from "constructs";

/**
 * How the sender is proven to SES. `domain`: the stack asks for the whole domain, by DNS records. `address`: it asks
 * for the single address, by a click; that will do to try things out. `proven`: the domain, or one above it, is proven in
 * this account already, by another school's stack or by hand, and is used as it is.
 */
export type SenderProof = "domain" | "address" | "proven";

/** One record of the DNS; the value as it is typed into a zone. */
export type DnsRecord = { name: string; type: "CNAME" | "MX" | "TXT"; value: string };

export type SenderIdentity = {
  /** The domain and the address: whichever is proven and narrowest is the one that SES asks for. */
  identityArns: readonly string[];
  dnsRecords: readonly DnsRecord[];
};

/** An address or a domain as an identity of SES. */
export const identityArn = (scope: Construct, name: string): string =>
  Stack.of(scope).formatArn({ service: "ses", resource: "identity", resourceName: name });

/** A first deployment that fails takes it back, so that it can be repeated. */
const onceItStands = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

/**
 * The identity outlives the stack: another school of the same account may send from the same domain, and a domain
 * that was proven once need not be proven again.
 */
export function senderIdentity(scope: Construct, address: string, proof: SenderProof): SenderIdentity {
  // SES knows a domain by small letters, and an address as it is written (SES developer guide, "Creating and verifying identities").
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  const arnsOf = (...domains: string[]) => [...domains, address].map((name) => identityArn(scope, name));
  if (proof === "proven") return { identityArns: arnsOf(domain, ...domainsAbove(domain)), dnsRecords: [] };
  const identityArns = arnsOf(domain);
  if (proof === "address") {
    const identity = new EmailIdentity(scope, "Sender", { identity: Identity.email(address) });
    identity.applyRemovalPolicy(onceItStands);
    return { identityArns, dnsRecords: [] };
  }
  // Bounces go to a subdomain of the school's own, so that SPF and DMARC see one sender.
  const mailFromDomain = `mentor-mail.${domain}`;
  const identity = new EmailIdentity(scope, "Sender", { identity: Identity.domain(domain), mailFromDomain });
  identity.applyRemovalPolicy(onceItStands);
  return {
    identityArns,
    dnsRecords: [
      ...identity.dkimRecords.map(({ name, value }) => ({ name, type: "CNAME" as const, value })),
      {
        name: mailFromDomain,
        type: "MX",
        value: Fn.join("", ["10 feedback-smtp.", Aws.REGION, ".amazonses.com"]),
      },
      { name: mailFromDomain, type: "TXT", value: '"v=spf1 include:amazonses.com ~all"' },
    ],
  };
}

/** `med.school.edu` → `school.edu`: a domain is proven with all below it, and SES then asks for the right to the upper one. */
const domainsAbove = (domain: string): string[] => {
  const labels = domain.split(".");
  return labels.slice(1, -1).map((_, index) => labels.slice(index + 1).join("."));
};
