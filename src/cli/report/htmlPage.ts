/** Text as HTML shows it. */
export const escapeHtml = (text: string): string =>
	text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** A whole page, light or dark as the reader likes, without scripts; nothing is fetched from elsewhere. */
export const htmlPage = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; media-src 'self' file:; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
${body}
</html>
`;

const style = `
:root { color-scheme: light dark; --line: #8884; --quiet: #777; --one: #2563eb; --other: #d97706; --bad: #c2410c; }
@media (prefers-color-scheme: dark) { :root { --quiet: #999; --one: #7aa7ff; --other: #f0b060; --bad: #ff8a65; } }
body { font: 14px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 24px 20px 48px; max-width: 1280px; }
h1 { font-size: 20px; margin: 0 0 4px; } h2 { font-size: 16px; margin: 32px 0 8px; }
p { margin: 0 0 12px; color: var(--quiet); }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { text-align: left; }
.scroll { overflow-x: auto; }
.sheet { display: grid; grid-template-columns: repeat(auto-fill, minmax(260px, 1fr)); gap: 20px; margin-top: 16px; }
figure { margin: 0; } figcaption { margin-top: 6px; overflow-wrap: anywhere; } figcaption span { color: var(--quiet); }
video, .none { width: 100%; aspect-ratio: 16 / 9; object-fit: contain; background: #0003; border-radius: 6px; }
em { color: var(--bad); font-style: normal; }
[data-status='failed'] span, [data-status='invalid'] span, [data-status='lost'] span { color: var(--bad); }
svg { width: 100%; max-width: 860px; height: auto; } svg text { fill: currentColor; font-size: 11px; }
`;
