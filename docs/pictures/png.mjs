import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Shades of a channel that are told apart; text is as legible with so many. */
const STEP = 256 / 16;
const MOST_COLOURS = 256;

/** A canvas as a PNG of at most 256 colours, a third as large as one of all. */
export function indexedPng(canvas) {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  const pixels = Array.from({ length: width * height }, (_, at) => colourAt(data, at * 4));
  const palette = commonest(pixels);
  const nearest = new Map(palette.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc(height * (width + 1));
  for (const [at, colour] of pixels.entries()) {
    if (!nearest.has(colour)) nearest.set(colour, indexOfNearest(palette, colour));
    rows[at + Math.floor(at / width) + 1] = nearest.get(colour);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // eight bits a pixel, of a palette
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap(channels))),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A colour as one number, each channel rounded to a shade that is told apart; white stays white. */
function colourAt(data, at) {
  const shade = (value) => Math.min(255, Math.round(value / STEP) * STEP);
  return (shade(data[at]) << 16) | (shade(data[at + 1]) << 8) | shade(data[at + 2]);
}

const channels = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];

function commonest(pixels) {
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const colours = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
  return colours.slice(0, MOST_COLOURS);
}

function indexOfNearest(palette, colour) {
  const wanted = channels(colour);
  const distances = palette.map((each) =>
    channels(each).reduce((sum, value, index) => sum + (value - wanted[index]) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function chunk(type, content) {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, checksum]);
}
