/** The rights of a function, which Lambda puts into its environment; bundles take this in place of the SDK's search in files, profiles and other services. */

export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };

/**
 * Stands for `defaultProvider` of `@aws-sdk/credential-provider-node`. Lambda replaces a function before its
 * credentials run out, so they are read once for each client. Throws when they are missing; no retry helps.
 */
export const defaultProvider = () => async (): Promise<Credentials> => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY)
    throw new Error(
      "This function has no credentials in its environment; Lambda sets them for every function.",
    );
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
  };
};
