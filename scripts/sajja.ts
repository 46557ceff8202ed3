import { runTool } from "./commands/run";

if (require.main === module) {
  const io = {
    env: process.env,
    out: (line: string) => void process.stdout.write(`${line}\n`),
    err: (line: string) => void process.stderr.write(`${line}\n`),
  };
  void runTool(process.argv.slice(2), io).then((code) => {
    process.exitCode = code;
  });
}
