// The scanner page only. <div data-scanner data-wasm="…"> holds the camera frame; a form with an input[name=code] is near it.
// Each new code fills the form and sends it (by htmx when the form has hx-post, so that the page stays). Without script the code is typed.
const frame = document.querySelector("[data-scanner]");
const form = document.querySelector("form[data-scan-form]");
const REPEAT_MS = 4000; // the same ticket held before the camera is one scan

async function decoder() {
  if ("BarcodeDetector" in window && (await window.BarcodeDetector.getSupportedFormats()).includes("qr_code")) {
    const detector = new window.BarcodeDetector({ formats: ["qr_code"] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const { prepareZXingModule, readBarcodes } = await import("zxing-wasm/reader");
  prepareZXingModule({ overrides: { locateFile: () => frame.dataset.wasm } });
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, 640 / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const found = await readBarcodes(context.getImageData(0, 0, canvas.width, canvas.height), { formats: ["QRCode"], maxNumberOfSymbols: 1 });
    return found[0]?.text;
  };
}

function hint(text) {
  frame.querySelector("[data-scan-hint]").textContent = text;
}

async function start(button) {
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } }, audio: false });
  } catch {
    hint(frame.dataset.textNoCamera);
    return;
  }
  button.hidden = true;
  const video = frame.querySelector("video");
  video.hidden = false;
  video.srcObject = stream;
  await video.play();
  hint(frame.dataset.textAim);
  const read = await decoder();
  let last = "";
  let seen = 0;
  const look = async () => {
    if (!video.isConnected) {
      stream.getTracks().forEach((track) => track.stop());
      return;
    }
    const code = video.readyState >= 2 && !document.hidden ? await read(video).catch(() => undefined) : undefined;
    const now = performance.now();
    if (code && (code !== last || now - seen > REPEAT_MS)) {
      last = code;
      form.elements.code.value = code;
      form.requestSubmit();
      navigator.vibrate?.(60);
    }
    if (code === last) seen = now;
    setTimeout(look, 120);
  };
  look();
}

// The field is free for the next ticket, typed or seen.
form?.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) form.reset();
});

if (frame && form && navigator.mediaDevices) {
  const button = frame.querySelector("[data-scan-start]");
  button.hidden = false;
  button.addEventListener("click", () => start(button));
}
