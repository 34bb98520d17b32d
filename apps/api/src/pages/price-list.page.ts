import { formatDate } from '@cho40/kernel';
import {
  decisionsOf,
  decisionWords,
  priceWords,
  taxWords,
  whom,
  type PriceList,
} from '@cho40/tariffs';
import { escapeHtml } from './html';

const STYLE = `*{box-sizing:border-box}body{font:1rem/1.5 "Be Vietnam Pro",system-ui,sans-serif;
color:#1c211e;background:#f7f7f3;margin:0}main{max-width:62rem;margin:0 auto;padding:1.5rem}
h1{margin:.2rem 0;font-size:1.7rem}p{margin:.4rem 0}table{width:100%;border-collapse:collapse;
background:#fff;margin:1rem 0}caption{text-align:left;font-weight:600;padding:.4rem 0}
th,td{text-align:left;vertical-align:top;padding:.55rem .7rem;border-bottom:1px solid #d9dad3}
th{font-size:.9rem;color:#4c504a}.price{text-align:right;white-space:nowrap;font-weight:600}
a{color:#0c6358}.scroll{overflow-x:auto}@media (max-width:40em){table,tbody,tr,td{display:block}
thead{display:none}tr{border-bottom:1px solid #b9bbb2;padding:.5rem 0}td{border:0;padding:.15rem .7rem}
.price{text-align:left}}@media print{body{background:#fff}nav{display:none}}`;

/** A market's prices for whoever looks: no script, readable on any phone, printable as it is. */
export function priceListPage(list: PriceList): string {
  const market = escapeHtml(list.marketName);
  const code = encodeURIComponent(list.marketCode);
  const body = list.prices.length > 0 ? tableOf(list) : '<p>Chợ này chưa công bố giá nào.</p>';
  return `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Bảng giá ${market} · Chợ 4.0</title><link rel="icon" href="/app/mark.svg">
<style>${STYLE}</style></head>
<body><main>
<p>${escapeHtml(list.boardName)}</p>
<h1>Bảng giá ${market}</h1>
<p>Áp dụng ngày ${formatDate(list.on)}. Giá đã gồm thuế giá trị gia tăng nếu có.</p>
${body}
<nav><a href="/api/v1/public/markets/${code}/prices/pdf">Bản in (PDF)</a> ·
<a href="/api/v1/public/markets/${code}/prices">Dữ liệu (JSON)</a></nav>
</main></body></html>
`;
}

function tableOf(list: PriceList): string {
  const rows = list.prices.map(
    (price) => `<tr><td>${escapeHtml(price.feeName)}</td><td>${escapeHtml(whom(price))}</td>
<td class="price">${escapeHtml(priceWords(price))}</td><td>${escapeHtml(taxWords(price))}</td>
<td>${escapeHtml(`${price.decisionNumber}, dòng ${price.decisionLine}`)}</td></tr>`,
  );
  const cited = decisionsOf(list).map((one) => `<li>${escapeHtml(decisionWords(one))}</li>`);
  return `<table><caption>Giá đang áp dụng</caption>
<thead><tr><th scope="col">Khoản thu</th><th scope="col">Áp dụng cho</th>
<th scope="col" class="price">Giá</th><th scope="col">Thuế</th><th scope="col">Căn cứ</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>
<p>Căn cứ:</p><ul>${cited.join('')}</ul>`;
}
