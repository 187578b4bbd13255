// The style sheet of the console: Atlas's palette, type scale and distances (LeafyGreen), light and dark, from phone to desktop.
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
  hover: gray.light3,
  marked: green.light3,
  shadow: "rgb(0 30 43/.2)",
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
  hover: gray.dark3,
  marked: green.dark3,
  shadow: "rgb(0 0 0/.6)",
};

const variables = (colours: Colours) =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");

/** Sizes and line heights of LeafyGreen's type scale: for tables and controls, for sentences, for headings. */
const type = {
  fine: ".75rem/1.25rem",
  small: ".8125rem/1.25rem",
  text: "1rem/1.5rem",
  large: "1.125rem/1.5rem",
  title: "1.5rem/2rem",
};

const fonts =
  'system-ui,-apple-system,"Segoe UI","Euclid Circular A","Helvetica Neue",Arial,"Noto Sans KR","Apple SD Gothic Neo","Malgun Gothic",sans-serif';
const fixedFonts = 'ui-monospace,"Source Code Pro",Menlo,Consolas,monospace';

export const styleSheet = `
:root{color-scheme:light;${variables(light)}}
:root[data-theme=dark]{color-scheme:dark;${variables(dark)}}
@media (prefers-color-scheme:dark){:root[data-theme=system]{color-scheme:dark;${variables(dark)}}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:${type.text} ${fonts}}
a{color:var(--link)}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:4px}
:target{scroll-margin-top:6rem}
h1{font:600 ${type.title} ${fonts};margin:0;overflow-wrap:anywhere}
h2{font:600 ${type.large} ${fonts};margin:2rem 0 .75rem;overflow-wrap:anywhere}
h3{font:600 ${type.text} ${fonts};margin:0 0 .5rem}
p{margin:0 0 1rem}
code,.code{font:${type.small} ${fixedFonts};overflow-wrap:anywhere}
.check code{color:var(--quiet);font-size:.75rem}
small{font-size:.75rem}
.icon{width:1rem;height:1rem;flex:none;vertical-align:-.1875rem}
.unseen{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-100vw;top:0;background:var(--surface);padding:.5rem 1rem;z-index:3}
.skip:focus{left:0}
.top{background:${palette.black};color:${palette.white};display:flex;gap:1.25rem;align-items:center;min-height:3rem;padding:0 1.5rem;border-bottom:1px solid ${gray.dark2};font-size:.875rem}
.top>a,.top nav a{color:${palette.white};text-decoration:none;padding:.25rem 0}
.top>a:hover,.top nav a:hover,.top a[aria-current]{text-decoration:underline;text-underline-offset:.35em;text-decoration-color:${green.base};text-decoration-thickness:2px}
.top .brand{color:${green.base};font-weight:700;font-size:1.0625rem;letter-spacing:.01em}
.top nav{display:flex;gap:1.25rem;flex:1;min-width:0}
.top>.glyph{color:${palette.white};border-color:${gray.dark1};border-radius:50%}
.top>.glyph:hover{background:${gray.dark3}}
.shell{display:grid;grid-template-columns:13rem minmax(0,1fr);max-width:100rem;margin:0 auto;align-items:start}
.shell.plain{grid-template-columns:minmax(0,1fr)}
.side{padding:1.25rem 0 1.5rem 1.25rem;position:sticky;top:0;font:${type.small} ${fonts}}
.side h2{font:600 ${type.fine} ${fonts};text-transform:uppercase;letter-spacing:.04em;color:var(--quiet);margin:1rem .75rem 0}
.side section:first-child h2{margin-top:0}
.side .place{font-weight:600;margin:0 .75rem .5rem;overflow-wrap:anywhere}
.side .crumb{display:none;font-weight:400}
.side ul{list-style:none;margin:0;padding:0}
.side li a{display:flex;gap:.625rem;align-items:center;min-height:2.25rem;padding:.25rem .75rem;border-radius:6px;color:var(--text);text-decoration:none}
.side li .icon{color:var(--quiet)}
.side li a:hover{background:var(--gray-ground)}
.side li a[aria-current]{background:var(--good-ground);color:var(--good-text);font-weight:600}
.side li a[aria-current] .icon{color:currentColor}
main{padding:1.25rem 1.5rem 3rem;min-width:0}
main:focus{outline:0}
.narrow main{max-width:28rem;margin:2rem auto}
.card,.table,.empty,details.card{background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:1.5rem;margin:0 0 1.5rem}
.heading{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;justify-content:space-between;align-items:center;margin:0 0 1rem}
.heading>div:first-child{min-width:0}
.heading .actions:has(details){flex:1 0 100%}
.actions .card{margin:.5rem 0}
.sheet{width:min(36rem,100vw - 2rem);max-height:calc(100vh - 4rem);border:1px solid var(--line);border-radius:12px;padding:1.5rem;background:var(--surface);color:var(--text);box-shadow:0 8px 32px var(--shadow)}
.sheet::backdrop{background:rgb(0 30 43/.6)}
.sheet h2{margin-top:0}
@media (min-width:64rem){.beside{display:grid;grid-template-columns:minmax(0,1fr) 19rem;gap:0 2rem;align-items:start}}
.beside>dl{grid-template-columns:minmax(0,1fr);gap:0}
.beside>dl dd{margin-bottom:.75rem}
.beside h2{margin-top:0}
.beside .heading:not(:has(details)){flex-wrap:nowrap}
.beside .heading:not(:has(details)) .actions{flex:none}
.chart h2{margin:0}
.lead{color:var(--quiet);margin:.25rem 0 0}
.actions,.row{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.row form,.actions form{margin:0}
.empty{color:var(--quiet);text-align:center;padding:2.5rem 1.5rem}
.table{padding:0;overflow-x:auto}
table{border-collapse:collapse;width:100%;font:${type.small} ${fonts}}
caption{text-align:left;padding:1rem .75rem .5rem;font-weight:600;font-size:1rem}
th,td{text-align:left;padding:.75rem;border-top:1px solid var(--line);vertical-align:top;overflow-wrap:break-word}
thead td{border-top:0}
thead th{border-top:0;color:var(--quiet);font-weight:600;vertical-align:bottom;overflow-wrap:normal}
tbody th{font-weight:600;min-width:12rem;overflow-wrap:anywhere}
td time,td .button{white-space:nowrap}
form+.hint{margin-top:1rem}
td small,th small,.check small,.who small{display:block;color:var(--quiet);font-weight:400}
.field{margin:0 0 1rem;max-width:40rem}
label,legend{font-weight:600;font-size:.875rem;display:block}
legend{padding:0;margin:0 0 .25rem}
fieldset{border:0;padding:0;margin:0 0 1rem;min-width:0}
.check{display:flex;gap:.5rem;font-weight:400;padding:.25rem 0;font-size:.875rem;align-items:start}
.check input{margin-top:.3rem;flex:none}
.checks-long{border:1px solid var(--line);border-radius:6px;padding:.5rem .75rem;margin:0 0 1rem}
details .checks-long,dialog .checks-long{max-height:18rem;overflow:auto}
.checks-long fieldset{margin:0}
.hint{color:var(--quiet);font-size:.8125rem;margin:0 0 .25rem}
.problem{color:var(--bad-text);font-size:.8125rem;margin:.25rem 0 0}
input:not([type=checkbox]):not([type=radio]):not([type=hidden]),select,textarea{width:100%;font:inherit;font-size:.875rem;line-height:1.25rem;color:var(--text);background:var(--surface);border:1px solid var(--edge);border-radius:6px;padding:.4375rem .75rem}
input[aria-invalid=true]{border-color:var(--danger);border-width:2px}
input[type=checkbox],input[type=radio]{accent-color:var(--primary);width:1rem;height:1rem}
.button,.glyph{display:inline-flex;gap:.375rem;align-items:center;justify-content:center;font:600 ${type.small} ${fonts};padding:.4375rem .75rem;border-radius:6px;border:1px solid var(--edge);background:var(--surface);color:var(--text);text-decoration:none;cursor:pointer;white-space:nowrap}
.button:hover,.glyph:hover{background:var(--hover)}
.glyph{width:2rem;height:2rem;padding:0;border-color:transparent;background:none}
.button.primary{background:var(--primary);border-color:var(--primary);color:var(--primary-text)}
.button.primary:hover{background:var(--primary-hover);border-color:var(--primary-hover)}
.button.danger{border-color:var(--danger);color:var(--danger)}
.button.danger.primary{background:var(--danger);color:var(--surface)}
.wide{width:100%;text-align:center}
.menu{font:${type.small} ${fonts};margin:0;border:1px solid var(--line);border-radius:8px;padding:.375rem;background:var(--surface);color:var(--text);box-shadow:0 4px 16px var(--shadow);min-width:11rem;max-width:min(22rem,100vw)}
@supports (position-area:bottom span-left){.menu{position:fixed;inset:auto;position-area:bottom span-left;position-try-fallbacks:flip-block}}
.menu form{margin:0}
.menu .item{display:flex;width:100%;gap:.5rem;align-items:center;min-height:2.25rem;padding:.25rem .625rem;border:0;border-radius:6px;background:none;font:inherit;color:inherit;text-align:left;text-decoration:none;cursor:pointer}
.menu .item:hover,.menu .item:focus-visible{background:var(--hover)}
.menu .item.danger{color:var(--danger)}
.menu hr{border:0;border-top:1px solid var(--line);margin:.375rem 0}
.menu .who{margin:.375rem .625rem .5rem;font-weight:600;overflow-wrap:anywhere}
.choices{display:flex;gap:.25rem;padding:.25rem .375rem;margin:0}
.choices button{flex:1;font:inherit;min-height:2rem;border:1px solid var(--line);border-radius:6px;background:none;color:inherit;cursor:pointer}
.choices button:hover{background:var(--hover)}
.choices button[aria-pressed=true]{border-color:var(--primary);box-shadow:inset 0 0 0 1px var(--primary);font-weight:600}
dialog{width:min(40rem,100vw - 2rem);max-height:calc(100vh - 2rem);border:1px solid var(--line);border-radius:12px;padding:1.5rem;background:var(--surface);color:var(--text);box-shadow:0 8px 32px var(--shadow)}
dialog::backdrop{background:rgb(0 30 43/.6)}
dialog .card{border:0;padding:0;margin:0;border-radius:0}
.notice{border-radius:12px;padding:.75rem 1rem;margin:0 0 1rem;border:1px solid currentColor;overflow-wrap:anywhere}
.notice p:last-child,.notice ul{margin:0}
.notice.good{background:var(--good-ground);color:var(--good-text)}
.notice.bad{background:var(--bad-ground);color:var(--bad-text)}
.notice.info{background:var(--info-ground);color:var(--info-text)}
.notice.done{position:sticky;top:.5rem;z-index:1}
.badge,.chip{display:inline-block;border-radius:5px;padding:0 .375rem;font:600 .75rem/1.125rem ${fonts};white-space:nowrap}
.badge{border:1px solid currentColor}
.badge.green{background:var(--good-ground);color:var(--good-text)}
.badge.red{background:var(--bad-ground);color:var(--bad-text)}
.badge.blue{background:var(--info-ground);color:var(--info-text)}
.badge.yellow{background:var(--warn-ground);color:var(--warn-text)}
.badge.gray,.chip{background:var(--gray-ground);color:var(--gray-text)}
.chip{font-weight:400;line-height:1.25rem;margin-right:.25rem;max-width:100%;overflow:hidden;text-overflow:ellipsis;vertical-align:middle}
.tabs{display:flex;gap:1.25rem;margin:0 0 .75rem;border-bottom:1px solid var(--line);overflow-x:auto;font:${type.small} ${fonts}}
.tabs a{flex:none;padding:.5rem 0;color:var(--quiet);text-decoration:none;border-bottom:3px solid transparent;font-weight:600;outline-offset:-2px}
.tabs a:hover{color:var(--text);border-color:var(--line)}
.tabs a[aria-current]{color:var(--good-text);border-color:currentColor}
.tabs b{font-weight:400;color:var(--quiet)}
.tools{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:0 0 .25rem}
.tools .find{position:relative;flex:1 1 14rem;max-width:28rem}
.tools .find .icon{position:absolute;left:.75rem;top:.625rem;color:var(--quiet);pointer-events:none}
.tools .find input[type=search]{padding-left:2.25rem!important}
.tools select{width:auto;max-width:14rem}
.list{margin-bottom:.75rem;overflow:visible}
.list table{table-layout:fixed}
.list th,.list td{height:2.75rem;padding:0 .5rem;vertical-align:middle;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.list thead th{height:2.25rem}
.list thead a{color:inherit;text-decoration:none;display:inline-flex;gap:.25rem;align-items:center}
.list thead a:hover{color:var(--text);text-decoration:underline}
.list tbody th{min-width:0;line-height:1.125rem;font-weight:400}
.list tbody th a{color:inherit;text-decoration:none;font-weight:600}
.list tbody th a:hover{text-decoration:underline}
.list td small,.list tbody th small,.list tbody th a{display:block;overflow:hidden;text-overflow:ellipsis}
.list tbody th span{font-weight:600}
.list tbody tr:hover{background:var(--hover)}
.list tr:target{background:var(--marked)}
.list .c-badge{width:6.5rem}
.list .c-roles{width:32%}
.list .c-via{width:16%}
.list .c-time{width:8.5rem}
.whom{margin:0 0 1rem;padding-left:1.25rem;max-height:12rem;overflow:auto}
.tasks{list-style:none;margin:0;padding:0}
.tasks li{display:flex;gap:.625rem;align-items:baseline;padding:.25rem 0;font:${type.small} ${fonts};overflow-wrap:anywhere}
.tasks .icon{position:relative;top:.1875rem;color:var(--warn-text)}
.attention{padding:1rem 1.5rem}
.attention h2{margin:0 0 .25rem}
.attention summary{font:600 ${type.small} ${fonts};margin:.25rem 0 0}
.centred{justify-content:center}
.whom small{color:var(--quiet)}
.list .chip{max-width:calc(50% - 1.5rem)}
.list .pick{width:2.5rem;padding-left:.875rem;text-overflow:clip}
.list .c-num{width:6rem}
.list .c-code{width:15.5rem}
.list .c-half{width:48%}
.list .copy{display:flex;align-items:center;gap:.25rem}
.list .c-some{width:28%}
.list .c-key{width:9rem}
.list .c-client{width:20.5rem}
.list .c-few{width:18%}
.list .chip:only-child{max-width:100%}
.list .end{width:3rem;text-align:right;text-overflow:clip}
.list td.open{overflow:visible}
.bulk{position:sticky;bottom:0;display:none;flex-wrap:wrap;gap:.5rem;align-items:center;background:var(--surface);border-top:1px solid var(--line);padding:.625rem .875rem;border-radius:0 0 12px 12px}
.list:has(tbody .pick :checked) .bulk{display:flex}
@supports not selector(:has(*)){.bulk{display:flex}}
.under{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:0 0 1.5rem;color:var(--quiet);font:${type.small} ${fonts}}
.under .sizes{margin-left:auto;display:flex;gap:.5rem}
.copied{color:var(--good-text)}
dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.5rem 1.5rem;margin:0 0 1.5rem}
dt{color:var(--quiet)}
dd{margin:0;overflow-wrap:anywhere}
.spelled{font-size:1.5rem;letter-spacing:.05em}
.secret{display:flex;align-items:center;gap:.5rem;background:var(--gray-ground);border-radius:6px;padding:.5rem .5rem .5rem 1rem;margin:.25rem 0 .5rem}
.secret output{flex:1;user-select:all;overflow-wrap:anywhere}
.as-code{margin:1.5rem 0 0;font:${type.small} ${fonts}}
.snippets h2{font:600 ${type.small} ${fonts};margin:.75rem 0 .25rem}
.snippets{margin:0 0 1.5rem}
.snippets details{border-bottom:1px solid var(--line);padding:.5rem 0}
.snippets details[open] summary{margin-bottom:.5rem}
@supports selector(::details-content){
.snippets{display:flex;flex-wrap:wrap}
.snippets details{display:contents}
.snippets summary,.snippets details[open] summary{list-style:none;margin:0;padding:.5rem .75rem;border-bottom:2px solid var(--line)}
.snippets details[open] summary{border-color:currentColor;color:inherit;pointer-events:none}
.snippets ::details-content{order:1;flex:0 0 100%;min-width:0}
.snippets [open]::details-content{padding-top:.5rem}
}
details summary{cursor:pointer;font-weight:600;color:var(--link)}
details[open] summary{margin-bottom:1rem}
.or{text-align:center;color:var(--quiet);margin:1rem 0}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8125rem;margin:0}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:0 1.5rem;align-items:start}
.columns .check{font-size:.875rem}
.columns .check input{margin-top:.2rem}
.pager{margin:0 0 1.5rem;font-size:.875rem}
.card>form+:is(form,details){margin-top:1rem}
:lang(ko){word-break:keep-all}
.sentence{font-weight:400}
td .code,time{overflow-wrap:normal}
td time{white-space:nowrap}
.card>h2:first-child{margin-top:0}
.bars-of{overflow-x:auto}.bars rect{fill:var(--link)}.bars rect.gone{fill:#db3030}.bars text{fill:currentColor;font-size:11px}
.script{white-space:pre-wrap;overflow-wrap:anywhere}
.titled caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.columns form,form.card>details{margin-bottom:1rem}
.contents{max-height:100vh;overflow-y:auto}
.contents details{margin:0 0 .25rem}
.contents details[open] summary{margin-bottom:0}
.contents li a{display:block;min-height:0;padding:.125rem .75rem;font-size:.875rem;overflow-wrap:anywhere}
.contents p{margin:1rem 0 0}
.contents p a{color:var(--link);text-decoration:underline}
.contents small,dd small{display:block;color:var(--quiet)}
.contents summary{font-size:.9375rem}
.contents summary small,.contents li small{display:inline-block;font-weight:400;overflow-wrap:normal}
#answer{margin-top:1.5rem}
.tools+[lang] .heading{margin-top:1rem}
.operations{list-style:none;margin:0;padding:0;border:1px solid var(--line);border-radius:12px;background:var(--surface);font:${type.small} ${fonts}}
.operations li{display:flex;flex-wrap:wrap;gap:0 .625rem;align-items:center;min-height:2.75rem;padding:.25rem .75rem;border-top:1px solid var(--line)}
.operations li:first-child{border-top:0}
.operations li:target{background:var(--marked)}
.operations small{color:var(--quiet);flex:1 1 12rem}
.method{display:inline-block;min-width:4rem}
.operation .table{margin:0 0 1rem}
.operation table{table-layout:fixed}
.operation thead th:first-child{width:38%}
.operation thead th:nth-child(2){width:22%}
.strip{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;padding:.375rem 1.5rem;background:var(--warn-ground);color:var(--warn-text);border-bottom:1px solid var(--line);font:${type.small} ${fonts}}
.strip form{margin:0 0 0 auto}
.strip a,.strip button{color:inherit;font:inherit;font-weight:600}
.strip button{background:none;border:0;padding:.25rem 0;text-decoration:underline;cursor:pointer}
form.card>h2{margin-top:0}
.presets .button{white-space:normal;text-align:left}
.kept{color:var(--quiet);font:${type.small} ${fonts};margin:1.5rem 0 0}
.kept+.tools{margin-top:1rem}
.big{font:600 ${type.title} ${fonts};margin:0 0 .5rem}
.big b{font-size:2.5rem;line-height:1}
.share{display:block;width:100%;min-width:6rem;height:.625rem;border-radius:5px}
.share .track{fill:var(--gray-ground)}
.share .breaks,.days .gone{fill:${red.base}}
.share .safe{fill:${green.dark1}}
b.breaks{color:var(--bad-text)}
.days{overflow-x:auto;margin:0 0 1rem}
.days rect{fill:${red.light1}}
.days text{fill:currentColor;font:${type.fine} ${fonts}}
.replaced{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:.5rem 1.5rem;border-top:1px solid var(--line);padding:1rem 0 .5rem}
.replaced h4,.replaced h5{font:600 ${type.small} ${fonts};margin:0 0 .25rem}
.replaced h4{color:var(--quiet)}
.replaced p{margin:.25rem 0}
.block{position:relative;margin:0 0 .75rem}
.block pre{background:var(--gray-ground);border-radius:6px;padding:.75rem 2.75rem .75rem 1rem;max-height:24rem;overflow:auto}
.block .glyph{position:absolute;top:.25rem;right:.25rem}
.path{font-family:${fixedFonts};overflow-wrap:anywhere}
.letter{width:100%;height:44rem;border:1px solid var(--line);border-radius:12px;background:${palette.white}}
[hidden]{display:none!important}
@media (max-width:90rem){.list .roomy-only{display:none}}
@media (scripting:enabled){[data-scriptless]{display:none}[data-copy][hidden]{display:inline-flex!important;visibility:hidden}label:has([data-every])[hidden]{display:flex!important;visibility:hidden}}
@media (max-width:52rem){
.shell{grid-template-columns:minmax(0,1fr)}
.side{position:static;padding:.25rem 1rem 0;min-width:0}
.side:not(.contents) h2,.side section+section{display:none}
.side .place{margin:0 0 .25rem}
.side .crumb{display:inline}
.contents{display:none}
.side:not(.contents) ul{display:flex;overflow-x:auto;gap:.25rem;border-bottom:1px solid var(--line)}
.side:not(.contents) li{flex:none}
.side:not(.contents) li a{padding:.25rem .5rem;border-radius:6px 6px 0 0}
.side:not(.contents) li .icon{display:none}
main{padding:.375rem 1rem 2rem}
.top{padding:0 1rem;gap:1rem;min-height:2.75rem}
.heading{margin-bottom:.375rem;gap:.25rem .5rem}
.lead{margin-top:0}
.tabs a{padding:.375rem 0}
details.card:not([open]){padding:.75rem 1rem}
.tools,.tabs{margin-bottom:.25rem}
.list thead :is(th,td){height:1.75rem}
}
@media (max-width:36rem){
h1{font-size:1.25rem;line-height:1.75rem}
h2{margin:1rem 0 .5rem}
.card,.empty,details.card{padding:1rem;margin-bottom:1rem}
.top{gap:.75rem;font-size:.8125rem}
.top nav{gap:.75rem}
.tools .filters{display:none}
.tools .find{flex:1 1 10rem}
.list .wide-only{display:none}
.list .c-num{width:4.25rem}
.list :is(.c-some,.c-few){width:42%}
.list .c-half{width:50%}
.list :is(.c-some,.c-few,.c-half) .chip{max-width:calc(100% - 2.5rem)}
.list :is(.c-some,.c-few,.c-half) .chip:nth-child(2):not([title]){display:none}
.actions .button:not(.primary,.danger):has(.icon) span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.table:not(.list) :is(table,caption,tbody,tr,tbody th,td){display:block}
.table:not(.list) td .code{overflow-wrap:anywhere}
.table:not(.list) td:empty{display:none}
.table:not(.list) thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.table:not(.list) tr{border-top:1px solid var(--line);padding:.5rem 0}
.table:not(.list) :is(tbody th,td){border:0;padding:.25rem .75rem}
.dense:not(.list) tbody td{display:inline-block;padding-top:0;color:var(--quiet);font-size:.75rem}
.table:not(.list,.dense) td[data-head]::before{content:attr(data-head);display:block;color:var(--quiet);font-size:.75rem}
dl{grid-template-columns:1fr;gap:0}
.replaced{grid-template-columns:minmax(0,1fr)}
.strip{padding:.375rem 1rem}
dd{margin-bottom:.5rem}
.bars-of{overflow:visible;margin:.75rem 0}.bars-of .bars{max-width:100%;height:auto;overflow:visible}
.bars-of.month text{font-size:18px}
.chart{border:0;background:none;padding:0;margin:0}
.chart .heading{margin:0}
.chart h2{font:600 ${type.small} ${fonts}}
.chart .bars-of{margin:0}
.chart .button{min-height:1.75rem;padding:.125rem .5rem}
.heading:has(~.list,~.tools,~.table,~#found) .lead:not(:has(.code)){display:none}
.heading:has(.primary):has(~.tools) .lead{display:none}
}
@media (prefers-reduced-motion:no-preference){.button,.side a{transition:background .1s}dialog[open],.menu:popover-open{animation:appear .15s}@keyframes appear{from{opacity:0;transform:translateY(4px)}}}
`.trim();
