/** The document of the desk: all that is seen is made by its script. */
export function deskHtml(nonce: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="desk-nonce" content="${nonce}">
<title>单位预算公开</title>
<link rel="icon" href="icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="fonts.css">
<link rel="stylesheet" href="desk.css">
<script type="module" src="desk.js"></script>
</head>
<body>
<noscript>这个页面要用浏览器的脚本，请允许它运行。</noscript>
</body>
</html>
`;
}

/** Three columns of a page, the middle one the widest. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#17548c" d="M1 2h3v12H1zM5 2h6v12H5zM12 2h3v12h-3z"/></svg>`;
