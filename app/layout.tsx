import '@fontsource-variable/geist/wght.css';
import '@fontsource-variable/geist-mono/wght.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { DataProvider } from '#components/data/data-provider.tsx';
import { NonceProvider } from '#components/data/nonce.tsx';
import { RenderedAtProvider } from '#components/ui/rendered-at.tsx';

export const metadata: Metadata = {
  title: { default: 'Drawloom', template: '%s · Drawloom' },
  description: 'Draw a workflow, run it, watch it.',
};
const present = (): number => Date.now();
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

/** Around every page. Reading the nonce makes every page dynamic, which the content security policy needs; the theme comes as a cookie so that nothing flashes. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [asked, jar] = await Promise.all([headers(), cookies()]);
  const theme = jar.get('drawloom-theme')?.value;
  return (
    <html lang="en" data-theme={theme === 'light' || theme === 'dark' ? theme : undefined} suppressHydrationWarning>
      <body>
        <NonceProvider nonce={asked.get('x-nonce') ?? undefined}>
          <RenderedAtProvider at={present()}>
            <DataProvider>{children}</DataProvider>
          </RenderedAtProvider>
        </NonceProvider>
      </body>
    </html>
  );
}
