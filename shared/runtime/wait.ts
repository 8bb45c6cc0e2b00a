/** Lets real time pass. In the local world, time passes otherwise. */
export const waitReally = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
