// Fetches a dataset's text. What goes wrong is named for the desk, which has the words.

/** How long a server may take, in milliseconds: the map waits no longer, and says so. */
const PATIENCE = 20_000;

/** `{text}`, or `{kind, status}` as the desk's `fault` takes them. */
export async function load(url, controller) {
  const timer = setTimeout(() => controller.abort(), PATIENCE);
  try {
    const { signal } = controller;
    const response = await fetch(new URL(url, document.baseURI), { signal, credentials: "same-origin" });
    if (!response.ok) return { kind: "status", status: response.status };
    if (response.headers.get("content-length") > LIMIT) {
      await response.body?.cancel();
      return { kind: "large" };
    }
    return await read(response);
  } catch {
    return { kind: "network" };
  } finally {
    clearTimeout(timer);
  }
}

async function read(response) {
  const reader = response.body.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let [text, size] = ["", 0];
  for (;;) {
    const { done, value } = await reader.read();
    size += value?.length ?? 0;
    if (size > LIMIT) {
      await reader.cancel();
      return { kind: "large" };
    }
    try {
      text += decoder.decode(value, { stream: !done });
    } catch {
      await reader.cancel();
      return { kind: "text" };
    }
    if (done) return { text };
  }
}
