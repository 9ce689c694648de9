// A box that folds: <div data-fold="id of the JSON"> with a still picture, an empty stage and a bar of controls (hidden until now).
// The JSON is what binakriya.engines.drafting.fold_scene says; one px is one mm. Without script, and on paper, the still stands.
const SVG = "http://www.w3.org/2000/svg";
const kept = new Map(); // what was chosen before a part of the page was replaced: id → { fold, turn }
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const PLAY_MS = 4000;
const FILLS = 0.46; // half the box's diagonal, as a share of the stage
const LIGHT = [-0.55, 0.25, 0.8]; // towards it, in the stage's own axes: x right, y towards the reader, z up

const share = (progress, order, steps) => Math.min(1, Math.max(0, progress * steps - (order - 1)));

function face(panel, z, side) {
  const [x, y, width, height] = panel.box;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", panel.box.join(" "));
  svg.setAttribute("class", `fold-face fold-${side}`);
  svg.style.width = `${width}px`;
  svg.style.height = `${height}px`;
  svg.style.transform = `translate3d(${x}px, ${y}px, ${z}px)`;
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", panel.path);
  path.setAttribute("fill-rule", "evenodd");
  svg.append(path);
  return svg;
}

// Elements of a panel and of all that hang on it; each hinge is noted in `hinges`, each panel with its parent in `lit`.
function build(panel, caliper, hinges, lit, parent) {
  const element = document.createElement("div");
  element.className = "fold-panel";
  // the core: thick board shows an edge, thin card does not
  const layers = caliper < 1 ? 0 : Math.min(3, Math.round(caliper));
  element.append(face(panel, -caliper / 2, "outside"));
  for (let k = 1; k <= layers; k += 1) element.append(face(panel, -caliper / 2 + (caliper * k) / (layers + 1), "core"));
  element.append(face(panel, caliper / 2, "inside"));
  const [x, y, width, height] = panel.box;
  const corners = [[x, y], [x + width, y], [x + width, y + height], [x, y + height]];
  const self = { parent, local: new DOMMatrix(), corners, faces: [[element.firstElementChild, -1], [element.lastElementChild, 1]] };
  lit.push(self);
  if (panel.hinge) hinges.push({ element, self, ...panel.hinge });
  for (const child of panel.children) element.append(build(child, caliper, hinges, lit, self));
  return element;
}

// Where each panel stands now: a matrix for each, and the middle and radius of all of them together, in mm of the stage.
function place(lit) {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const panel of lit) {
    panel.whole = panel.parent ? panel.parent.whole.multiply(panel.local) : panel.local;
    for (const [x, y] of panel.corners) {
      const point = panel.whole.transformPoint(new DOMPoint(x, y, 0));
      [point.x, point.y, point.z].forEach((value, k) => {
        low[k] = Math.min(low[k], value);
        high[k] = Math.max(high[k], value);
      });
    }
  }
  return { middle: low.map((value, k) => (value + high[k]) / 2), radius: Math.hypot(...low.map((value, k) => high[k] - value)) / 2 };
}

// Three tones by face: light comes from above and a little from the left of the reader, however the box is turned.
function shade(lit, turned) {
  const turn = (Number(turned) * Math.PI) / 180;
  const light = [LIGHT[0] * Math.cos(turn) + LIGHT[1] * Math.sin(turn), LIGHT[1] * Math.cos(turn) - LIGHT[0] * Math.sin(turn), LIGHT[2]];
  for (const panel of lit) {
    const { m31, m32, m33 } = panel.whole;
    const size = Math.hypot(m31, m32, m33) || 1;
    for (const [element, side] of panel.faces) {
      const falls = (side * (light[0] * m31 + light[1] * m32 + light[2] * m33)) / size;
      element.style.filter = `brightness(${(0.89 + 0.15 * falls).toFixed(3)})`;
    }
  }
}

function setUp(root) {
  const source = document.getElementById(root.dataset.fold);
  if (!source || root.dataset.ready) return;
  root.dataset.ready = "yes";
  const scene = JSON.parse(source.textContent);
  const stage = root.querySelector("[data-fold-stage]");
  const [fold, turn] = root.querySelectorAll("input[type=range]");
  const told = root.querySelector("output");
  const play = root.querySelector("[data-fold-play]");
  const world = document.createElement("div");
  world.className = "fold-world";
  const hinges = [];
  const lit = [];
  const copies = [];
  for (const blank of scene.blanks) {
    for (const placement of blank.placements) {
      const element = document.createElement("div");
      element.className = "fold-panel";
      const self = { parent: null, local: new DOMMatrix(), corners: [], faces: [] };
      lit.push(self);
      element.append(build(blank.tree, blank.caliper, hinges, lit, self));
      copies.push({ element, self, ...placement });
      world.append(element);
    }
  }
  stage.replaceChildren(world);

  const draw = () => {
    const progress = fold.value / 100;
    for (const { element, self, pivot, axis, angle, order } of hinges) {
      const [x, y, z] = pivot;
      const degrees = angle * share(progress, order, scene.steps);
      self.local = new DOMMatrix().translate(x, y, z).rotateAxisAngle(axis[0], axis[1], 0, degrees).translate(-x, -y, -z);
      element.style.transform = `translate3d(${x}px, ${y}px, ${z}px) rotate3d(${axis[0]}, ${axis[1]}, 0, ${degrees}deg) translate3d(${-x}px, ${-y}px, ${-z}px)`;
    }
    for (const { element, self, matrix, approach, order } of copies) {
      const left = 1 - share(progress, order, scene.steps);
      self.local = new DOMMatrix().translate(...approach.map((value) => value * left)).multiply(new DOMMatrix(matrix));
      element.style.transform = `translate3d(${approach.map((value) => `${value * left}px`).join(", ")}) matrix3d(${matrix.join(", ")})`;
    }
    const { middle, radius } = place(lit);
    shade(lit, turn.value);
    const scale = (FILLS * Math.min(stage.clientWidth, stage.clientHeight)) / radius;
    world.style.transform = `rotateX(58deg) rotateZ(${turn.value}deg) scale3d(${scale}, ${scale}, ${scale}) translate3d(${middle.map((value) => `${-value}px`).join(", ")})`;
    const text = told.dataset.text.replace("{n}", Math.round(fold.value));
    const step = scene.says.length === scene.steps ? scene.says[Math.min(scene.steps - 1, Math.floor(progress * scene.steps))] : "";
    told.textContent = step ? `${text}. ${step}` : text;
    fold.setAttribute("aria-valuetext", told.textContent);
    kept.set(root.dataset.fold, { fold: fold.value, turn: turn.value });
  };
  const before = kept.get(root.dataset.fold);
  if (before) {
    fold.value = before.fold;
    turn.value = before.turn;
  }
  fold.addEventListener("input", draw);
  turn.addEventListener("input", draw);
  new ResizeObserver(draw).observe(stage);

  let running = 0;
  const stop = () => {
    cancelAnimationFrame(running);
    running = 0;
  };
  fold.addEventListener("pointerdown", stop);
  fold.addEventListener("keydown", stop);
  play.addEventListener("click", () => {
    if (running) return stop();
    if (calm.matches) {
      // no motion wished for: from flat to folded, or back, in one leap
      fold.value = Number(fold.value) < 100 ? 100 : 0;
      return draw();
    }
    const from = Number(fold.value) >= 100 ? 0 : Number(fold.value);
    const started = performance.now();
    const frame = (now) => {
      fold.value = Math.min(100, from + ((now - started) / PLAY_MS) * 100);
      draw();
      running = Number(fold.value) < 100 && root.isConnected ? requestAnimationFrame(frame) : 0;
    };
    running = requestAnimationFrame(frame);
  });

  // a finger or the mouse turns the box; the second slider does the same from the keyboard
  let held = null;
  stage.addEventListener("pointerdown", (event) => {
    held = { x: event.clientX, turn: Number(turn.value) };
    stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener("pointermove", (event) => {
    if (!held) return;
    turn.value = held.turn - (event.clientX - held.x) / 2;
    draw();
  });
  for (const name of ["pointerup", "pointercancel"]) stage.addEventListener(name, () => (held = null));

  stage.hidden = false;
  root.querySelector("[data-fold-bar]").hidden = false;
  root.dataset.live = "yes";
  draw();
}

const all = (within) => {
  if (within.matches?.("[data-fold]")) setUp(within);
  for (const root of within.querySelectorAll("[data-fold]")) setUp(root);
};
document.addEventListener("htmx:load", (event) => all(event.target));
all(document);
