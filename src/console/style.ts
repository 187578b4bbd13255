// The style sheet of the console: Atlas's palette, light and dark, from phone to desktop.
import { palette } from "@leafygreen-ui/palette";

const { gray, green, red, yellow, blue } = palette;

const light = {
  ground: gray.light3,
  surface: palette.white,
  text: palette.black,
  quiet: gray.dark1,
  line: gray.light2,
  edge: gray.base,
  link: blue.dark1,
  focus: blue.light1,
  primary: green.dark2,
  "primary-text": palette.white,
  "primary-hover": green.dark3,
  danger: red.dark2,
  "good-ground": green.light3,
  "good-text": green.dark2,
  "bad-ground": red.light3,
  "bad-text": red.dark2,
  "info-ground": blue.light3,
  "info-text": blue.dark2,
  "warn-ground": yellow.light3,
  "warn-text": yellow.dark2,
  "gray-ground": gray.light2,
  "gray-text": gray.dark2,
};

type Colours = Readonly<Record<keyof typeof light, string>>;

const dark: Colours = {
  ground: palette.black,
  surface: gray.dark4,
  text: gray.light2,
  quiet: gray.light1,
  line: gray.dark2,
  edge: gray.base,
  link: blue.light1,
  focus: blue.light1,
  primary: green.dark1,
  "primary-text": palette.black,
  "primary-hover": green.base,
  danger: red.light1,
  "good-ground": green.dark3,
  "good-text": green.light2,
  "bad-ground": red.dark3,
  "bad-text": red.light2,
  "info-ground": blue.dark3,
  "info-text": blue.light2,
  "warn-ground": yellow.dark3,
  "warn-text": yellow.light2,
  "gray-ground": gray.dark3,
  "gray-text": gray.light1,
};

const variables = (colours: Colours) =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");

export const styleSheet = `
:root{color-scheme:light;${variables(light)}}
:root[data-theme=dark]{color-scheme:dark;${variables(dark)}}
@media (prefers-color-scheme:dark){:root[data-theme=system]{color-scheme:dark;${variables(dark)}}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:1rem/1.5 "Euclid Circular A","Helvetica Neue",Helvetica,Arial,"Noto Sans KR","Apple SD Gothic Neo",sans-serif}
a{color:var(--link)}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:4px}
h1{font-size:1.5rem;line-height:1.3;margin:0;font-weight:600}
h2{font-size:1.125rem;line-height:1.4;margin:2rem 0 .75rem;font-weight:600}
p{margin:0 0 1rem}
code,.code{font-family:"Source Code Pro",Menlo,Consolas,monospace;font-size:.875rem;overflow-wrap:anywhere}
.skip{position:absolute;left:-100vw;top:0;background:var(--surface);padding:.5rem 1rem;z-index:2}
.skip:focus{left:0}
.top{background:${palette.black};color:${palette.white};display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center;padding:.5rem 1.5rem;border-bottom:1px solid ${gray.dark2}}
.top a{color:${palette.white};text-decoration:none;padding:.25rem 0}
.top a:hover,.top a[aria-current=page]{text-decoration:underline;text-underline-offset:.35em;text-decoration-color:${green.base};text-decoration-thickness:2px}
.top .brand{color:${green.base};font-weight:700;font-size:1.125rem;letter-spacing:.01em}
.top nav{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;flex:1}
.top form{margin:0}
.top .who{color:${gray.light1};font-size:.875rem}
.top button{background:none;border:1px solid ${gray.base};color:${palette.white};border-radius:6px;padding:.25rem .75rem;font:inherit;font-size:.875rem;cursor:pointer}
.shell{display:grid;grid-template-columns:14rem minmax(0,1fr);max-width:90rem;margin:0 auto;align-items:start}
.shell.plain{grid-template-columns:minmax(0,1fr)}
.side{padding:1.5rem 0 1.5rem 1.5rem;position:sticky;top:0}
.side h2{font-size:.75rem;text-transform:uppercase;letter-spacing:.04em;color:var(--quiet);margin:1rem 0 .25rem}
.side .place{font-weight:600;margin:0 0 .5rem;overflow-wrap:anywhere}
.side ul{list-style:none;margin:0;padding:0}
.side a{display:block;padding:.375rem .75rem;border-radius:6px;color:var(--text);text-decoration:none;border-left:3px solid transparent}
.side a:hover{background:var(--gray-ground)}
.side a[aria-current=page]{background:var(--good-ground);color:var(--good-text);font-weight:600;border-left-color:currentColor}
main{padding:1.5rem;min-width:0}
.narrow main{max-width:28rem;margin:2rem auto}
.card,.table,.empty,details.card{background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:1.5rem;margin:0 0 1.5rem}
.heading{display:flex;flex-wrap:wrap;gap:.75rem 1.5rem;justify-content:space-between;align-items:start;margin:0 0 1.25rem}
.lead{color:var(--quiet);margin:.25rem 0 0}
.actions,.row{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.row form,.actions form{margin:0}
.empty{color:var(--quiet);text-align:center;padding:2.5rem 1.5rem}
.table{padding:0;overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.875rem}
caption{text-align:left;padding:1rem .75rem .5rem;font-weight:600;font-size:1rem}
th,td{text-align:left;padding:.625rem .75rem;border-top:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
thead th{border-top:0;color:var(--quiet);font-weight:600;vertical-align:bottom;overflow-wrap:normal}
tbody th{font-weight:600;min-width:14rem}
td time,td .button{white-space:nowrap}
form+.hint{margin-top:1rem}
td small,th small,.check small{display:block;color:var(--quiet);font-weight:400}
.field{margin:0 0 1rem;max-width:40rem}
label,legend{font-weight:600;font-size:.875rem;display:block}
legend{padding:0;margin:0 0 .25rem}
fieldset{border:0;padding:0;margin:0 0 1rem;min-width:0}
.check{display:flex;gap:.5rem;font-weight:400;padding:.25rem 0;font-size:1rem;align-items:start}
.check input{margin-top:.35rem;flex:none}
.checks-long{border:1px solid var(--line);border-radius:6px;padding:.5rem .75rem;margin:0 0 1rem}
details .checks-long{max-height:18rem;overflow:auto}
.checks-long fieldset{margin:0}
.hint{color:var(--quiet);font-size:.8125rem;margin:0 0 .25rem}
.problem{color:var(--bad-text);font-size:.8125rem;margin:.25rem 0 0}
input:not([type=checkbox]):not([type=radio]):not([type=hidden]),select,textarea{width:100%;font:inherit;color:var(--text);background:var(--surface);border:1px solid var(--edge);border-radius:6px;padding:.4375rem .75rem}
input[aria-invalid=true]{border-color:var(--danger);border-width:2px}
input[type=checkbox],input[type=radio]{accent-color:var(--primary)}
.button{display:inline-block;font:inherit;font-size:.875rem;font-weight:600;line-height:1.25rem;padding:.4375rem .75rem;border-radius:6px;border:1px solid var(--edge);background:var(--surface);color:var(--text);text-decoration:none;cursor:pointer}
.button:hover{background:var(--gray-ground)}
.button.primary{background:var(--primary);border-color:var(--primary);color:var(--primary-text)}
.button.primary:hover{background:var(--primary-hover);border-color:var(--primary-hover)}
.button.danger{border-color:var(--danger);color:var(--danger)}
.wide{width:100%;text-align:center}
.notice{border-radius:12px;padding:.75rem 1rem;margin:0 0 1.25rem;border:1px solid currentColor}
.notice p:last-child{margin:0}
.notice.good{background:var(--good-ground);color:var(--good-text)}
.notice.bad{background:var(--bad-ground);color:var(--bad-text)}
.notice.info{background:var(--info-ground);color:var(--info-text)}
.badge{display:inline-block;border:1px solid currentColor;border-radius:5px;padding:0 .375rem;font-size:.75rem;font-weight:600;line-height:1.125rem}
.badge.green{background:var(--good-ground);color:var(--good-text)}
.badge.red{background:var(--bad-ground);color:var(--bad-text)}
.badge.blue{background:var(--info-ground);color:var(--info-text)}
.badge.yellow{background:var(--warn-ground);color:var(--warn-text)}
.badge.gray{background:var(--gray-ground);color:var(--gray-text)}
dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.5rem 1.5rem;margin:0 0 1.5rem}
dt{color:var(--quiet)}
dd{margin:0;overflow-wrap:anywhere}
.spelled{font-size:1.5rem;letter-spacing:.05em}
.secret{display:block;background:var(--gray-ground);border-radius:6px;padding:.75rem 1rem;margin:.25rem 0 .5rem;user-select:all}
details summary{cursor:pointer;font-weight:600;color:var(--link)}
details[open] summary{margin-bottom:1rem}
.or{text-align:center;color:var(--quiet);margin:1rem 0}
.foot{padding:1rem 1.5rem 2rem;display:flex;flex-wrap:wrap;gap:.75rem 1.5rem;justify-content:center;font-size:.875rem;color:var(--quiet)}
.foot form{display:flex;flex-wrap:wrap;justify-content:center;gap:.5rem;align-items:center;margin:0}
.foot select{width:auto;padding:.125rem .5rem;font-size:.875rem}
.foot label{font-weight:400}
.foot .button{padding:.125rem .5rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8125rem;margin:0}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:0 1.5rem;align-items:start}
.columns .check{font-size:.875rem}
.columns .check input{margin-top:.2rem}
.pager{margin:0 0 1.5rem}
.card>form+details{margin-top:1rem}
:lang(ko){word-break:keep-all}
.sentence{font-weight:400}
.button,td .code,time{overflow-wrap:normal}
.card>h2:first-child{margin-top:0}
.titled caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.columns form,form.card>details{margin-bottom:1rem}
.contents{max-height:100vh;overflow-y:auto}
.contents details{margin:0 0 .25rem}
.contents details[open] summary{margin-bottom:0}
.contents li a{padding:.125rem .75rem;font-size:.875rem;overflow-wrap:anywhere}
.contents p{margin:1rem 0 0}
.contents p a{display:inline;padding:0;border:0;color:var(--link);text-decoration:underline}
.contents small,dd small{display:block;color:var(--quiet)}
.contents summary{font-size:.9375rem}
.contents summary small,.contents li small{display:inline-block;font-weight:400;overflow-wrap:normal}
.operation{scroll-margin-top:1rem}
.operation:target{border-color:var(--primary)}
.operation h3{font-size:1rem;margin:0 0 .5rem}
.operation .table{margin:0 0 1rem}
.operation table{table-layout:fixed}
.operation thead th:first-child{width:38%}
.operation thead th:nth-child(2){width:22%}
[hidden]{display:none}
@media (max-width:52rem){
.shell{grid-template-columns:minmax(0,1fr)}
.side{position:static;padding:1rem 1.5rem 0}
.contents{max-height:none}
.side ul{display:flex;flex-wrap:wrap;gap:.25rem}
main{padding:1rem}
.top{padding:.5rem 1rem}
.top .brand{margin-right:auto}
}
@media (max-width:36rem){
.top nav{order:1;flex-basis:100%}
.top{gap:.25rem .75rem}
.top .who{flex:1;min-width:0;text-align:right;overflow:hidden;text-overflow:ellipsis}
table,caption,tbody,tr,tbody th,td{display:block}
td .code{overflow-wrap:anywhere}
td:empty{display:none}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{border-top:1px solid var(--line);padding:.5rem 0}
tbody th,td{border:0;padding:.25rem .75rem}
td[data-head]::before{content:attr(data-head);display:block;color:var(--quiet);font-size:.75rem}
dl{grid-template-columns:1fr;gap:0}
dd{margin-bottom:.75rem}
}
@media (prefers-reduced-motion:no-preference){.button,.side a{transition:background .1s}}
`.trim();
