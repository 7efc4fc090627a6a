import { t } from '#words/words.ts';

import type { SvgPicture } from './timelineSvg.ts';

/** Browsers draw no canvas that is longer, or that has more pixels. */
const MOST_SIDE = 16_384;
const MOST_PIXELS = 2 ** 27;

/** So many pixels of a picture are one of CSS, where that is not too many. */
const SHARPNESS = 2;

/**
 * An SVG picture as a PNG, twice as sharp where a canvas can hold that.
 *
 * @throws Error where it is too large for a canvas
 */
export async function svgToPng({ text, width, height }: SvgPicture): Promise<Blob> {
  const fits = (ratio: number): boolean =>
    Math.max(width, height) * ratio <= MOST_SIDE && width * height * ratio ** 2 <= MOST_PIXELS;
  const ratio = fits(SHARPNESS) ? SHARPNESS : 1;
  if (!fits(ratio)) {
    throw new Error(
      `A picture of ${Math.ceil(width)} by ${Math.ceil(height)} pixels is too large for PNG. ` +
        'Save it as SVG, or show fewer lanes',
    );
  }
  const image = new Image();
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('The browser gives no canvas to draw on');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error(t('The browser could not make a PNG of it')));
        else resolve(blob);
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
