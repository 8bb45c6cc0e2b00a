/** Says so in a sentence when this is not the Node that the product runs on; loaded before anything else, on any Node. */
import module from "node:module";

const [major] = process.versions.node.split(".");
if (major !== "24") {
  process.stderr.write(
    `Mentor Rounds runs on Node 24, and this is Node ${process.versions.node}. The right one comes with the dependencies: run \`npm ci\`, without --ignore-scripts, and start with an npm script.\n`,
  );
  process.exit(2);
}
// Stripping the types of every file costs more than most commands do; what is stripped once is kept among temporary files.
module.enableCompileCache?.();
// Whoever reads no further, such as `| head`, stops nothing: what is to be done is done, and the rest is told to nobody.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
