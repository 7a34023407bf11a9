import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlText, parseDate } from "../../src/corpus/index.ts";

describe("htmlText", () => {
  it.each([
    ["blocks on lines of their own", "<h1>标题</h1><p>一</p><p>二</p>", "标题\n\n一\n\n二"],
    ["line breaks", "一<br>二<br/>三", "一\n二\n三"],
    ["inline marks inside a word", "拉<b>萨</b><span>市</span>", "拉萨市"],
    ["runs of blanks as one", "<p>一 \n\t 二</p>", "一 二"],
    ["paragraphs that are never closed", "<div><p>一<p>二</div>三", "一\n\n二\n\n三"],
    ["entities", "<p>&lt;甲&gt; &amp; &#x5929;&#27941;&nbsp;&quot;乙&quot;</p>", '<甲> & 天津 "乙"'],
    ["cells parted by tabs", "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>", "甲\t\t乙\n\n丙"],
    [
      "no scripts, styles, comments or head",
      '<head><title>x</title></head><style>p{}</style>甲<!--乙--><script>"<p>丙</p>"</script>',
      "甲",
    ],
    ["markup that is not", "一 < 二 <b>三", "一 < 二 三"],
    ["nothing", "", ""],
  ])("gives %s", (_, html, text) => {
    expect(htmlText(html).replaceAll("\t\t", "\t")).toBe(text.replaceAll("\t\t", "\t"));
  });

  it("never throws and never leaves a script", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("<", ">", "/", "p", "div", "b", "甲", "&", "lt;", '"', "=", " ", "<p>", "</p>"),
        }),
        (html) => {
          expect(htmlText(`${html}\n<p>尾</p><script>藏</script>`)).not.toContain("藏</script>");
        },
      ),
    );
  });
});

describe("parseDate", () => {
  it.each([
    "2025-08-29",
    "2025/8/29",
    "2025.8.29",
    "20250829",
    "2025年8月29日",
    "2025年08月29号",
    " ２０２５年８月２９日 ",
    "2025-08-29T06:00:00Z",
  ])("reads %s", (written) => {
    expect(parseDate(written)).toBe("2025-08-29");
  });

  it.each(["", "2025", "2025-08", "2025-13-01", "2025-02-29", "29/8/2025", "明天", "1700-01-01", "2025-8/29x"])(
    "refuses %s",
    (written) => {
      expect(parseDate(written)).toBeNull();
    },
  );

  it("knows leap years", () => expect(parseDate("2024-02-29")).toBe("2024-02-29"));

  it("reads every day of the calendar that it is given in ISO form", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1850-01-01"), max: new Date("2100-12-31"), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          expect(parseDate(iso)).toBe(iso);
        },
      ),
    );
  });
});
