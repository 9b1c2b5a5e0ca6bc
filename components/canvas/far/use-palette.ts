import { useEffect, useState, type RefObject } from 'react';
import { readPalette, type FarPalette } from './palette.ts';

/** The tokens as values, read anew when the theme changes. Null before the first paint. */
export function usePalette(element: RefObject<Element | null>): FarPalette | null {
  const [palette, setPalette] = useState<FarPalette | null>(null);
  useEffect(() => {
    const read = (): void => {
      if (element.current !== null) setPalette(readPalette(element.current));
    };
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] });
    const media = matchMedia('(prefers-color-scheme: dark)');
    media.addEventListener('change', read);
    return () => {
      observer.disconnect();
      media.removeEventListener('change', read);
    };
  }, [element]);
  return palette;
}
