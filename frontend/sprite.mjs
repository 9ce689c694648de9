// One SVG sprite with only the icons that templates, navigation and icons.txt name, and the five stage shapes.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const icons = path.join(here, "node_modules/lucide-static/icons");
const source = path.resolve(here, "../src/binakriya");

// Which stage: hexagon, square, tag, shield, circle.
const SHAPES = {
  mutu: '<path d="M16 1.5 28.5 8.75v14.5L16 30.5 3.5 23.25V8.75z" stroke-linejoin="round"/>',
  kemasan: '<rect x="2.5" y="2.5" width="27" height="27" rx="2.5"/>',
  label: '<path d="M10 3h17.5A2.5 2.5 0 0 1 30 5.5v21a2.5 2.5 0 0 1-2.5 2.5H10L1 17.5a2.2 2.2 0 0 1 0-3z" stroke-linejoin="round"/>',
  hak: '<path d="M16 1.5 29 5v11c0 8-6 12.5-13 15C9 28.5 3 24 3 16V5z" stroke-linejoin="round"/>',
  pasar: '<circle cx="16" cy="16" r="14.25"/>',
};

function* files(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (["static", "migrations", "__pycache__", "data", "locale"].includes(entry.name)) continue;
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* files(full);
    else if (/\.(html|py)$/.test(entry.name)) yield full;
  }
}

export function named() {
  const found = new Map();
  const note = (name, where) => found.has(name) || found.set(name, where);
  for (const file of files(source)) {
    const text = fs.readFileSync(file, "utf8");
    const where = path.relative(source, file);
    for (const m of text.matchAll(/<c-icon\b[^>]*?\sname=["']([a-z0-9-]+)["']/g)) note(m[1], where);
    for (const m of text.matchAll(/\bicon=["']([a-z0-9-]+)["']/g)) note(m[1], where);
  }
  for (const line of fs.readFileSync(path.join(here, "icons.txt"), "utf8").split("\n")) {
    if (line && !line.startsWith("#")) note(line.trim(), "icons.txt");
  }
  return found;
}

export function sprite() {
  const symbols = [];
  for (const [name, where] of [...named()].sort()) {
    const file = path.join(icons, `${name}.svg`);
    if (!fs.existsSync(file)) throw new Error(`${where} names the icon "${name}", which lucide does not have`);
    const inner = fs.readFileSync(file, "utf8").replace(/<!--[^]*?-->/g, "").replace(/^[^]*?<svg[^>]*>/, "").replace("</svg>", "").replace(/\s+/g, " ").replace(/> </g, "><").replace(/ \/>/g, "/>").trim();
    symbols.push(`<symbol id="${name}" viewBox="0 0 24 24">${inner}</symbol>`);
  }
  for (const [name, shape] of Object.entries(SHAPES)) symbols.push(`<symbol id="stage-${name}" viewBox="0 0 32 32" overflow="visible">${shape}</symbol>`);
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
}
