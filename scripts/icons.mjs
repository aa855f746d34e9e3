// Draws the icons of the add-in: `npm run icons`. Shapes are distances, pixels are averages of samples, and the PNG
// files are written by hand, so that the same pixels come out everywhere and nothing has to be installed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

const FOLDER = join(dirname(dirname(fileURLToPath(import.meta.url))), 'assets');
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 128];
/** Samples a pixel has in each direction. */
const SAMPLES = 6;

const GREEN = [14, 122, 91];
const WHITE = [255, 255, 255];
const AMBER = [255, 196, 87];

// Distances from a point to a shape, in a square of side 1; negative inside.
const box = (x, y, left, top, right, bottom, radius) => {
  const dx = Math.abs(x - (left + right) / 2) - (right - left) / 2 + radius;
  const dy = Math.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
};
const stroke = (x, y, points, width) => {
  let nearest = Infinity;
  for (let i = 1; i < points.length; i++) {
    const [[ax, ay], [bx, by]] = [points[i - 1], points[i]];
    const [vx, vy] = [bx - ax, by - ay];
    const t = Math.min(1, Math.max(0, ((x - ax) * vx + (y - ay) * vy) / (vx * vx + vy * vy || 1)));
    nearest = Math.min(nearest, Math.hypot(x - ax - t * vx, y - ay - t * vy));
  }
  return nearest - width / 2;
};
const arc = (cx, cy, radius, from, to) =>
  Array.from({ length: 25 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / 24) * Math.PI) / 180;
    return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
  });

const TILE = (x, y) => box(x, y, 0.02, 0.02, 0.98, 0.98, 0.18);

/** Layers of stock, the lowest of them settled: ticked off. */
const close = [
  [GREEN, TILE],
  [WHITE, (x, y) => box(x, y, 0.2, 0.2, 0.8, 0.32, 0.04)],
  [WHITE, (x, y) => box(x, y, 0.2, 0.42, 0.8, 0.54, 0.04)],
  [
    AMBER,
    (x, y) =>
      stroke(
        x,
        y,
        [
          [0.27, 0.71],
          [0.42, 0.83],
          [0.75, 0.64],
        ],
        0.12,
      ),
  ],
];

/** A question about a cost. */
const explain = [
  [GREEN, TILE],
  [WHITE, (x, y) => stroke(x, y, [...arc(0.5, 0.38, 0.16, 190, 400), [0.5, 0.6]], 0.115)],
  [AMBER, (x, y) => Math.hypot(x - 0.5, y - 0.78) - 0.075],
];

/** The pixels of an icon as rows of RGBA bytes. */
function draw(shapes, size) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let py = 0; py < size; py++) {
    for (let px = 0; px < size; px++) {
      const sum = [0, 0, 0, 0];
      for (let s = 0; s < SAMPLES * SAMPLES; s++) {
        const x = (px + ((s % SAMPLES) + 0.5) / SAMPLES) / size;
        const y = (py + (Math.floor(s / SAMPLES) + 0.5) / SAMPLES) / size;
        const top = shapes.findLast(([, distance]) => distance(x, y) <= 0);
        if (!top) continue;
        top[0].forEach((part, i) => (sum[i] += part));
        sum[3] += 1;
      }
      const at = py * (size * 4 + 1) + 1 + px * 4;
      for (let i = 0; i < 3; i++) rows[at + i] = sum[3] === 0 ? 0 : Math.round(sum[i] / sum[3]);
      rows[at + 3] = Math.round((255 * sum[3]) / (SAMPLES * SAMPLES));
    }
  }
  return rows;
}

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = CRC[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 4);
  return out;
}

/** 8 bits a part, red, green, blue and opacity; no filter, no interlace. */
function png(rows, size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

mkdirSync(FOLDER, { recursive: true });
for (const [name, shapes] of Object.entries({ close, explain })) {
  for (const size of SIZES) writeFileSync(join(FOLDER, `${name}-${size}.png`), png(draw(shapes, size), size));
}
console.log(`${2 * SIZES.length} icons in assets`);
