/** A school proves its sender in one of three ways, and may send from that address however it was proven. */
import { describe, expect, it } from "vitest";
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
  return (send?.Resource ?? []).map(inWords).filter((arn) => arn.includes(":identity/"));
};
const arn = "arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:identity";
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
    expect([identity.DeletionPolicy, identity.UpdateReplacePolicy]).toEqual(["Retain", "Retain"]);
    expect(maySendAs(house)).toEqual([`${arn}/${id}`]);
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
  const [id, { Properties }] = theOne(house, "AWS::SES::EmailIdentity");
  expect(Properties).toEqual({ EmailIdentity: "mentoring@riverside.example.edu" });
  expect(maySendAs(house)).toEqual([`${arn}/${id}`]);
  expect(dnsRecordsOf(house)).toEqual([]);
});

it("by a domain that is proven in the account already, which the stack neither makes nor takes away", () => {
  const house = houseWith("proven");
  expect(ofType(house, "AWS::SES::EmailIdentity")).toEqual([]);
  expect(maySendAs(house)).toEqual([`${arn}/riverside.example.edu`]);
  expect(dnsRecordsOf(house)).toEqual([]);
});
