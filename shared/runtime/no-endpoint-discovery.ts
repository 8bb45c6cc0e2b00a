/** Bundles take this in place of the SDK's endpoint discovery, which no table of ours needs: DynamoDB answers at its region's one address. */

/** Read by the SDK as the setting of that name: off, whatever a file or a variable says. */
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: (): undefined => undefined,
  configFileSelector: (): undefined => undefined,
  default: false,
};

/** Stands for the SDK's own, which would add a cache of addresses to the client. */
export const resolveEndpointDiscoveryConfig = <Settings>(settings: Settings): Settings => settings;
