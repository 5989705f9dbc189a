import { expect, test } from "@jest/globals";
import { withoutFolders } from "../../src/web/server/redact.js";

test.each([
  ["/home/某人/预算", "ENOENT: /home/某人/预算/data/1.yaml", "ENOENT: data/1.yaml"],
  ["/home/某人/预算", "file:///home/某人/预算/out", "file://out"],
  ["/home/某人/预算", "在 /home/某人/预算 里", "在  里"],
  ["/home/某人/预算", "/home/某人/预算2023/data", "/home/某人/预算2023/data"],
  ["/data", "../../data/403008/2023.yaml 和 data/403008", "../../data/403008/2023.yaml 和 data/403008"],
  ["/data", "/data/data/403008", "data/403008"],
  ["C:\\用户\\某人", "C:\\用户\\某人\\data\\1.yaml", "data\\1.yaml"],
  ["/", "/etc/x", "/etc/x"],
])("of %s nothing is left in %s", (folder, says, left) => {
  expect(JSON.parse(withoutFolders({ says }, [folder]))).toEqual({ says: left });
});
