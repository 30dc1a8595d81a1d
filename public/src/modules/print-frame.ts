const LOADING = 20_000;
/** A dialogue may wait for somebody, but not longer than the server waits for us. */
const PRINTING = 110_000;

export type Printed = 'printed' | 'failed' | 'unknown';

/** Says which page the frame shows. */
type Fill = (frame: HTMLIFrameElement) => void;

/** Prints a page from a frame and takes the frame away again. `failed` is sure: nothing reached the printer. */
export async function printFrame(place: HTMLElement, fill: Fill): Promise<Printed> {
  const frame = document.createElement('iframe');
  frame.className = 'print-frame-page';
  frame.tabIndex = -1;
  try {
    const window = await loaded(place, frame, fill);
    if (!window) return 'failed';
    const printing = happened(window, 'afterprint', PRINTING);
    window.focus();
    window.print();
    return (await printing) ? 'printed' : 'unknown';
  } finally {
    frame.remove();
  }
}

/** The window of the page, once its fonts and pictures are there; null when it did not come. */
async function loaded(place: HTMLElement, frame: HTMLIFrameElement, fill: Fill): Promise<Window | null> {
  const loading = happened(frame, 'load', LOADING);
  fill(frame);
  place.append(frame);
  if (!(await loading)) return null;
  const page = frame.contentDocument;
  // What the server refused is a page too, but none with a badge.
  if (!page?.querySelector('.badge-page')) return null;
  await page.fonts.ready;
  return frame.contentWindow;
}

function happened(target: EventTarget, name: string, most: number): Promise<boolean> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => resolve(false), most);
    target.addEventListener(
      name,
      () => {
        clearTimeout(limit);
        resolve(true);
      },
      { once: true },
    );
  });
}
