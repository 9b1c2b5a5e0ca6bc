/** The mark: three warp threads, one weft that comes back at the selvedge. 16 px at least. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      strokeWidth="1.75"
      strokeLinecap="round"
      aria-hidden
      className="shrink-0"
    >
      <path stroke="var(--text)" d="M4.5 2v2.6M4.5 8.4V18M9.5 2v9.6M9.5 15.4V18M14.5 2v2.6M14.5 8.4V18" />
      <path stroke="var(--accent)" d="M1.5 6.5h6.1M11.4 6.5h4.1a3.5 3.5 0 0 1 0 7h0M1.5 13.5h1.1M6.4 13.5h6.2" />
    </svg>
  );
}
