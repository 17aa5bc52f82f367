// A picture as the desk has laid it out, painted on a canvas: a policy without `img-src` lets no page draw an SVG there.

/** A PNG with `scale` pixels for each of the sheet's. */
export async function paint({ width, height, font, marks }, scale) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: width * scale, height: height * scale });
  const pen = canvas.getContext("2d");
  pen.lineJoin = pen.lineCap = "round";
  for (const mark of marks) {
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    if ("d" in mark) draw(pen, mark);
    else write(pen, mark, font);
  }
  return new Promise((done, fail) => canvas.toBlob((png) => (png ? done(png) : fail(new Error("no picture"))), "image/png"));
}

function draw(pen, { d, x, y, scale, fill, stroke, width, dash }) {
  pen.translate(x, y);
  pen.scale(scale, scale);
  const path = new Path2D(d);
  if (fill) {
    pen.fillStyle = fill;
    pen.fill(path);
  }
  if (!stroke) return;
  pen.strokeStyle = stroke;
  pen.lineWidth = width;
  pen.setLineDash(dash ?? []);
  pen.stroke(path);
}

function write(pen, { text, x, y, size, weight, anchor, fill, halo }, font) {
  pen.font = `${weight} ${size}px ${font}`;
  pen.textAlign = anchor === "middle" ? "center" : anchor;
  if (halo) {
    pen.setLineDash([]);
    pen.strokeStyle = halo;
    pen.lineWidth = (size * 3) / 13;
    pen.strokeText(text, x, y);
  }
  pen.fillStyle = fill;
  pen.fillText(text, x, y);
}
