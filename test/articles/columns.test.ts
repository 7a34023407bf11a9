// Names of columns, which stand above headlines.
import { describe, expect, it } from "vitest";
import { isColumnLike, isFramedColumn, isKnownColumn } from "../../src/articles/page/columns.ts";

describe("a column that many papers run", () => {
  it.each(["新闻特写", "●权威访谈③", "新闻特写·之二", "铭记历史 缅怀先烈", "【新春走基层】"])(
    "is known as %s",
    (line) => {
      expect(isKnownColumn(line)).toBe(true);
    },
  );

  it.each(["青河大桥正式通车", "新春走基层活动今天启动", "", "●"])("is not what %j says", (line) => {
    expect(isKnownColumn(line)).toBe(false);
  });
});

describe("a line that sounds like a column", () => {
  it("is made of the words of such names", () => {
    expect(isColumnLike("奋进新征程 青河答卷")).toBe(true);
  });

  it("has no verb of news", () => {
    expect(isColumnLike("青河召开调研座谈会")).toBe(false);
  });
});

describe("a frame", () => {
  it.each(["【青河人家】", "·东湖夜话·", "［柳林记事］"])("as in %s makes a column's name of any words", (line) => {
    expect(isFramedColumn(line)).toBe(true);
  });

  it.each(["【青河人家】大桥通车", "·东湖夜话"])("is not whole in %s", (line) => {
    expect(isFramedColumn(line)).toBe(false);
  });
});
