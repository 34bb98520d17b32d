/** The product's mark: a market awning over the corner of a QR code. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0f4a43" />
      <path
        d="M6 7h20l2 6a3.3 3.3 0 0 1-6 1.5 3.6 3.6 0 0 1-6 0 3.6 3.6 0 0 1-6 0A3.3 3.3 0 0 1 4 13z"
        fill="#eca66d"
      />
      <path
        fillRule="evenodd"
        d="M9 19h6v7H9zm2 2v3h2v-3zM17 19h6v7h-2v-5h-4zm0 4h2v3h-2z"
        fill="#eef8f5"
      />
    </svg>
  );
}
