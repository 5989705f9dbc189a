import { constants, deflateSync } from "node:zlib";
import { CATALOG, ONE_PAGE, PAGE, pdf, refuseAll, stream } from "./hostile-pdf.js";

/** A few kilobytes that say four gigabytes of blanks: a block of them again and again, and that compressed once more. */
function bomb(): Uint8Array {
  const block = deflateSync(Buffer.alloc(2 ** 20, " "), { finishFlush: constants.Z_FULL_FLUSH });
  const [head, body] = [block.subarray(0, 2), block.subarray(2)];
  return deflateSync(Buffer.concat([head, ...Array.from({ length: 4096 }, () => body)]));
}

refuseAll([
  [
    "4 GB of blanks in a few kilobytes",
    pdf(CATALOG, ONE_PAGE, PAGE, stream(bomb(), "/Filter [/FlateDecode /FlateDecode]")),
    /用的内存太多|还没有读完/,
  ],
]);
