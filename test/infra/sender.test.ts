/** A school proves its sender in one of three ways, and may send from that address however it was proven. */
import { Stack } from "aws-cdk-lib";
import { describe, expect, it } from "vitest";
import { senderIdentity } from "../../infra/constructs/sender-identity.ts";
import { asGiven, type House, inWords, ofType, stacksWith, theOne } from "./stack-of.ts";

const houseWith = (senderProof: typeof asGiven.senderProof): House =>
  stacksWith({ ...asGiven, senderProof }, "riverside")[0]!;

/** Identities that the sweep may send from. */
const maySendAs = (house: House): string[] => {
  const [, { Properties }] = theOne(house, "AWS::IAM::Policy", "SweepRole");
  const { Statement } = Properties.PolicyDocument as {
    Statement: { Action: unknown; Resource: unknown[] }[];
  };
  const send = Statement.find(({ Action }) => Action === "ses:SendRawEmail");
  return (send?.Resource ?? [])
    .map(inWords)
    .filter((arn) => arn.includes(":identity/"))
    .sort();
};
const arn = "arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:identity";
const domainAndAddress = [`${arn}/mentoring@riverside.example.edu`, `${arn}/riverside.example.edu`];
const proveTheAddress = (house: House): string | undefined =>
  house.outputs.Step1ProveTheAddress?.Value as string;
const dnsRecordsOf = (house: House): string[] =>
  Object.entries(house.outputs)
    .filter(([key]) => key.startsWith("Step1DnsRecord"))
    .map(([, { Value }]) => inWords(Value));

describe("by its domain", () => {
  const house = houseWith("domain");
  const [id, identity] = theOne(house, "AWS::SES::EmailIdentity");

  it("with signatures and an envelope sender of its own, and outlives the stack", () => {
    expect(identity.Properties).toMatchObject({
      EmailIdentity: "riverside.example.edu",
      MailFromAttributes: { MailFromDomain: "mentor-mail.riverside.example.edu" },
    });
    // A first deployment that fails takes it back and can be repeated.
    expect([identity.DeletionPolicy, identity.UpdateReplacePolicy]).toEqual([
      "RetainExceptOnCreate",
      "Retain",
    ]);
    expect(maySendAs(house)).toEqual(domainAndAddress);
  });

  it("says which DNS records to make", () => {
    expect(dnsRecordsOf(house)).toEqual([
      ...[1, 2, 3].map((n) => `${id}.DkimDNSTokenName${n} CNAME ${id}.DkimDNSTokenValue${n}`),
      "mentor-mail.riverside.example.edu MX 10 feedback-smtp.AWS::Region.amazonses.com",
      'mentor-mail.riverside.example.edu TXT "v=spf1 include:amazonses.com ~all"',
    ]);
  });
});

it("by its address alone", () => {
  const house = houseWith("address");
  const [, identity] = theOne(house, "AWS::SES::EmailIdentity");
  expect(identity.Properties).toEqual({ EmailIdentity: "mentoring@riverside.example.edu" });
  expect(identity.DeletionPolicy).toBe("RetainExceptOnCreate");
  expect(maySendAs(house)).toEqual(domainAndAddress);
  expect(dnsRecordsOf(house)).toEqual([]);
  expect(proveTheAddress(house)).toBe(
    "Press the link in the mail that AWS has sent to mentoring@riverside.example.edu.",
  );
});

it("by a domain, or one above it, that is proven in the account already, which the stack neither makes nor takes away", () => {
  const house = houseWith("proven");
  expect(ofType(house, "AWS::SES::EmailIdentity")).toEqual([]);
  expect(maySendAs(house)).toEqual([`${arn}/example.edu`, ...domainAndAddress]);
  expect(dnsRecordsOf(house)).toEqual([]);
  expect(proveTheAddress(house)).toBeUndefined();
});

it("to proven readers in SES's sandbox, where their identities are asked for too", () => {
  const [house] = stacksWith({ ...asGiven, sandboxReaders: ["me@example.edu"] }, "riverside");
  expect(maySendAs(house!)).toEqual([`${arn}/me@example.edu`, ...domainAndAddress]);
});

it("as SES knows it: the domain in small letters, however the school's file writes it, and the address as it stands there", () => {
  const stack = new Stack();
  const { identityArns, dnsRecords } = senderIdentity(stack, "Mentoring@Med.Riverside.EDU", "domain");
  expect(identityArns.map((one) => inWords(stack.resolve(one)))).toEqual([
    `${arn}/med.riverside.edu`,
    `${arn}/Mentoring@Med.Riverside.EDU`,
  ]);
  expect(new Set(dnsRecords.slice(3).map(({ name }) => name))).toEqual(
    new Set(["mentor-mail.med.riverside.edu"]),
  );
  const proven = senderIdentity(stack, "mentoring@ward.med.riverside.edu", "proven");
  expect(proven.identityArns.map((one) => inWords(stack.resolve(one)))).toEqual([
    `${arn}/ward.med.riverside.edu`,
    `${arn}/med.riverside.edu`,
    `${arn}/riverside.edu`,
    `${arn}/mentoring@ward.med.riverside.edu`,
  ]);
});
