/** How a page names the part of a font that holds Latin letters. */
const latin = /U\+(\?\?|0{1,4}-0{0,2}FF)/i;

/**
 * The fonts of the page as `@font-face` rules that carry their data, so that an SVG shows the same letters elsewhere; Latin letters only. What
 * cannot be read is left out: the file then names the font and falls back.
 */
export async function fontFaces(families: readonly string[]): Promise<string> {
  const rules: CSSFontFaceRule[] = [];
  for (const sheet of document.styleSheets) {
    let list: CSSRuleList;
    try {
      list = sheet.cssRules;
    } catch {
      continue;
    }
    for (const rule of list) if (rule instanceof CSSFontFaceRule) rules.push(rule);
  }
  const faces = await Promise.all(
    rules.map(async (rule) => {
      const family = rule.style.getPropertyValue('font-family').replace(/['"]/g, '');
      const range = rule.style.getPropertyValue('unicode-range');
      if (!families.some((wanted) => wanted.includes(family)) || (range !== '' && !latin.test(range))) return '';
      const address = /url\((['"]?)([^'")]+)\1\)/.exec(rule.style.getPropertyValue('src'))?.[2];
      if (address === undefined) return '';
      try {
        const answer = await fetch(new URL(address, rule.parentStyleSheet?.href ?? document.baseURI));
        if (!answer.ok) return '';
        return `@font-face{font-family:'${family}';font-weight:100 900;src:url(${await dataUrl(await answer.blob())}) format('woff2')}`;
      } catch {
        return '';
      }
    }),
  );
  return faces.join('');
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The font could not be read.')));
    reader.readAsDataURL(blob);
  });
}
