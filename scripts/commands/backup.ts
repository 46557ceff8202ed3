import { databaseFormat } from "../../src/storage/database-info";
import { writeBackup } from "../backup/write-backup";
import { readDataKeys } from "../data-key";
import type { Command } from "./command";
import { exitCode, print } from "./context";

/** `sajja backup <file>`: the whole database as it stands at one moment, encrypted, while the server runs. */
export const backup: Command = {
  usage: "backup <file>",
  about: "writes the whole database to one encrypted file, while the server runs",
  needs: "database",
  async run({ args: [file = ""] }, context) {
    const [dataKey = ""] = readDataKeys(context.config, { make: true });
    const madeAt = new Date();
    const { bytes, manifest } = await writeBackup(file, { dataKey, madeAt, databaseFormat });
    const { collections } = manifest;
    const documents = collections.reduce((total, { count }) => total + count, 0);
    const result = { file, bytes, madeAt: madeAt.toISOString(), documents, collections };
    print(context, result, [
      `${documents} documents of ${collections.length} collections, ${bytes} bytes, encrypted: ${file}`,
      "Keep it on another machine, and its key (SAJJA_DATA_KEY, or the file data-key in DATA_DIR) in a third place.",
    ]);
    return exitCode.done;
  },
};
