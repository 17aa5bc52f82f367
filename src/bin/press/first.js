// Before anything else: what is missing is said at once, in plain words, and not by what fails for it minutes later.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { see, seeCargo, seeNode, seePackages } from "./needs.js";

try {
  seeNode();
  seeCargo();
  see(process.argv.includes("--tests"));
  if (process.argv.includes("--tests")) seePackages();
  const target = process.env.CARGO_TARGET_DIR ?? "target";
  if (process.argv.includes("--start") && !isWritable(".") && existsSync("dist")) serve(`${target}/debug/press`);
  if (!existsSync(`${target}/press`)) console.log("The first build compiles its tools: about four minutes on two cores. After that, seconds.");
} catch (sentence) {
  console.error(sentence);
  process.exit(1);
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where nothing can be made, what was made is served. */
function serve(press) {
  process.exit(spawnSync(press, ["serve"], { stdio: "inherit" }).status ?? 1);
}
