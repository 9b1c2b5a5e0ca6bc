/** Where to go after signing in: a path of our own, never another site. */
export const safePath = (from: string | undefined): string => (from && /^\/(?![/\\])[^\s\\]*$/.test(from) ? from : '/workflows');
