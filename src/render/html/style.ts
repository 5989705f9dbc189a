/**
 * How pages look: prose that reflows, tables that scroll in themselves under heads and beside first columns that stay, by
 * day and by night and on paper. Colours on their grounds have the contrast that WCAG 2.2 AA asks for.
 */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1a1a1a;--soft:#4d4d4d;--paper:#fff;--shade:#f2f2f2;--line:#bdbdbd;--accent:#1f5f99;--mark:#ffd966}
@media(prefers-color-scheme:dark){:root{--ink:#ececec;--soft:#bdbdbd;--paper:#161616;--shade:#262626;--line:#565656;--accent:#8abdf0;--mark:#6b5300}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0 auto;padding:1rem;max-width:72rem;font:1.0625rem/1.8 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
main,header,nav,.brief{max-width:100%}
a{color:var(--accent);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
:target{outline:2px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static}
.draft{position:sticky;top:0;z-index:9;margin:-1rem -1rem 1rem;padding:.25rem 1rem;text-align:center;font-weight:700;letter-spacing:.5em;color:#1a1a1a;background:#ffd966}
mark{color:inherit;background:var(--mark)}
h1,h2,h3,h4{line-height:1.4;text-wrap:balance}
h1 span,h2 span{display:block}
h1{margin:1rem 0;font-size:1.6rem}
h2{margin:2.5rem 0 1rem;font-size:1.3rem}
h3{margin:1.5rem 0 .5rem;font-size:1.1rem}
h4{margin:1rem 0 .5rem;font-size:1rem}
p{margin:.5rem 0;max-width:44rem}
p,td,th,dd,li{white-space:pre-wrap}
.apart{margin-top:1.5rem}
.signature{text-align:right}
.signature p{max-width:none}
.figure{white-space:nowrap}
header p{color:var(--soft)}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.75rem;margin:0}
dl div{padding:.75rem 1rem;background:var(--shade);border-radius:.5rem}
dt{color:var(--soft)}
dd{margin:0;font-size:1.35rem;font-weight:600}
dd.change{font-size:1rem;font-weight:400}
figure{margin:1.5rem 0;max-width:26rem}
figcaption{margin-bottom:.5rem;font-weight:600}
svg{display:block;width:100%;height:auto;font-size:15px}
svg text{fill:var(--ink)}
svg rect{fill:var(--accent)}
svg path{fill:none;stroke:var(--accent);stroke-width:2}
svg .grey{stroke:#999;stroke-width:1}
summary,.download{display:inline-block;min-height:1.5rem;padding:.25rem 0}
summary{display:list-item;cursor:pointer}
nav ul{margin:0;padding:0;list-style:none;columns:20rem}
nav li{break-inside:avoid}
nav li.deep{padding-left:1em}
nav a{display:block;padding:.125rem 0}
.table{margin:1.5rem 0 2.5rem}
table{overflow-wrap:break-word}
.scroll{container-type:inline-size;overflow:auto;max-height:85vh;border:1px solid var(--line)}
table{border-collapse:separate;border-spacing:0;font-size:.9375rem;line-height:1.5rem;font-variant-numeric:tabular-nums}
.scroll>table{min-width:100%}
figure table{width:100%}
caption{text-align:left;padding:.5rem 0}
.scroll caption{padding:.5rem}
.scroll caption>div{position:sticky;left:.5rem;width:calc(100cqi - 1rem)}
caption strong{display:block}
caption .number,.beside{color:var(--soft)}
.beside{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem}
th,td{padding:.25rem .5rem;min-width:3.5rem;max-width:22rem;vertical-align:top;text-align:left;font-weight:400;border-bottom:1px solid var(--line);border-right:1px solid var(--line);background:var(--paper);scroll-margin:20rem 2rem 3rem 10rem}
thead{position:sticky;top:0;z-index:2}
thead th{vertical-align:middle;text-align:center;background:var(--shade)}
.r{text-align:right;white-space:nowrap}
.c{text-align:center}
.code{white-space:nowrap}
.within{padding-left:1.5rem}
.total>*{font-weight:600;background:var(--shade)}
.stay{position:sticky;left:0;z-index:1;min-width:8rem;max-width:9rem}
.words{min-width:8rem}
@media(min-width:48rem){.stay{max-width:16rem}.within{padding-left:2.5rem}}
td a{display:inline-block;min-height:1.5rem;min-width:1.5rem}
.notes{font-size:.9375rem;color:var(--soft)}
@media print{
@page{size:A4;margin:20mm 18mm}
@page wide{size:A4 landscape;margin:14mm 12mm}
:root{--ink:#000;--soft:#333;--paper:#fff;--shade:#eee;--line:#777;--accent:#000}
body{padding:0;max-width:none;font-size:10.5pt}
.landscape{page:wide}
.skip,.download{display:none}
nav a,a{color:inherit;text-decoration:none}
h1,h2,h3,h4,caption{break-after:avoid}
.scroll{overflow:visible;max-height:none;border:0;container-type:normal}
.scroll caption>div{position:static;width:auto}
thead,.stay{position:static}
main section{break-before:page}
table{width:100%;font-size:7pt;line-height:1.4}
th,td{min-width:0;max-width:none;padding:1pt 2pt}
tr{break-inside:avoid}
}`;
