// What an article says of a person's days, and what an office says of identity.
import { describe, expect, it } from "vitest";
import { callingsOf, findHomonyms, type Mention, readResources } from "../../../src/entities/index.ts";
import { areConfusable, oneDifference } from "../../../src/entities/resolve/confusable.ts";
import { seatOf, shortRegion } from "../../../src/entities/resolve/homonyms.ts";
import { isSole, postKind } from "../../../src/entities/resolve/offices.ts";

const resources = readResources();

/** Mentions of names in a text, `TYPE:NAME`. */
const mentionsIn = (text: string, ...names: string[]): Mention[] =>
  names.map((id) => {
    const [type, name] = id.split(":") as [Mention["type"], string];
    const start = text.indexOf(name);
    return { article: "a", type, name, start, end: start + name.length } as Mention;
  });
const callings = (text: string, ...names: string[]): string[] =>
  callingsOf({ article: "a", text }, mentionsIn(text, ...names)).map(
    ({ person, body, title }) => `${body} ${title} ${person}`,
  );

describe("callings", () => {
  it("stand right between a place or body and a name", () => {
    expect(callings("涉县赤岸村村民李晨说", "place:涉县赤岸村", "person:李晨")).toEqual([
      "place:涉县赤岸村 村民 person:李晨",
    ]);
    expect(callings("泉州晚报 记者 李晨", "agency:泉州晚报", "person:李晨")).toEqual([
      "agency:泉州晚报 记者 person:李晨",
    ]);
  });

  it("are none behind other words, former posts, and where a person stands between", () => {
    expect(callings("在涉县，村民李晨说", "place:涉县", "person:李晨")).toEqual([]);
    expect(callings("原涉县村民李晨说", "place:涉县", "person:李晨")).toEqual([]);
    expect(callings("涉县村民王明、李晨", "place:涉县", "person:王明", "person:李晨")).toEqual([
      "place:涉县 村民 person:王明",
    ]);
  });
});

describe("an office", () => {
  it("is one person's at a time, or not", () => {
    expect(["总理", "市委书记", "财政部长", "局长"].every(isSole)).toBe(true);
    expect(["副市长", "副书记", "局长助理", "委员", "全国人大代表", "原市长", "前总统"].some(isSole)).toBe(false);
  });

  it("fills a person's days, or is an honour beside others", () => {
    expect(["市长", "村民", "记者", "班主任"].map(postKind)).toEqual(["official", "resident", "reporter", "school"]);
    expect(["教授", "委员", "会长", "原市长"].map(postKind)).toEqual([null, null, null, null]);
  });

  it("has a seat where its body has a place", () => {
    expect(seatOf("agency:石家庄市教育局", resources)).toEqual({ province: "河北省", city: "石家庄市" });
    expect(seatOf("place:涉县赤岸村", resources)).toEqual({ province: "河北省", city: "邯郸市" });
    expect(seatOf("agency:国务院", resources)).toBeNull();
    expect(["泉州市", "西藏自治区", "黔南布依族苗族自治州"].map(shortRegion)).toEqual([
      "泉州",
      "西藏",
      "黔南布依族苗族自治州",
    ]);
  });
});

describe("homonyms", () => {
  const post = (body: string, title: string, date: string | null, page = "p") => ({
    person: "person:李晨",
    body,
    title,
    inferred: 0,
    home: null as string | null,
    stories: 1,
    first_date: date,
    last_date: date,
    first_seen: `${date ?? "9999-99-99"} ${page}`,
  });
  const ids = (...posts: ReturnType<typeof post>[]): string[] =>
    findHomonyms(posts, [], resources).flatMap(({ namesakes }) => namesakes.map(({ id }) => id));

  it("a villager of one province is no mayor of another, whenever", () => {
    const [villager, mayor] = [
      post("place:涉县赤岸村", "村民", "2020-01-01"),
      post("place:泉州市", "市长", "2025-08-29"),
    ];
    expect(ids(mayor, villager)).toEqual(["person:李晨", "person:李晨(泉州)"]);
    expect(ids(villager, mayor)).toEqual(ids(mayor, villager));
  });

  it("officials may move: a month between two provinces parts nobody, nor do pages without dates", () => {
    const here = post("place:泉州市", "市长", "2025-03-01");
    expect(ids(here, post("place:石家庄市", "市长", "2025-03-20"))).toHaveLength(2);
    expect(ids(here, post("place:石家庄市", "市长", "2025-05-20"))).toEqual([]);
    expect(ids(here, post("place:石家庄市", "市长", null))).toEqual([]);
  });

  it("posts that one story gives to a name are one person's", () => {
    const [one, other] = [post("place:泉州市", "市长", "2025-08-29"), post("agency:河北省委", "书记", "2025-08-29")];
    const told = [one, other].map(({ person, body, title }) => ({ person, body, title, article: "p#a1", story: "s" }));
    expect(ids(one, other)).toHaveLength(2);
    expect(findHomonyms([one, other], told, resources)).toEqual([]);
    expect(findHomonyms([one, other], [told[0]!, { ...told[1]!, story: "t" }], resources)).toHaveLength(1);
  });

  it("a seat that is inferred counts in a paper of that place alone", () => {
    const here = post("place:石家庄市", "局长", "2025-08-29");
    const inferred = { ...post("agency:泉州市委", "书记", "2025-08-29"), inferred: 1 };
    expect(ids(here, { ...inferred, home: "福建省泉州市" })).toHaveLength(2);
    expect(ids(here, { ...inferred, home: "河北省" })).toEqual([]);
    expect(ids(here, inferred)).toEqual([]);
  });

  it("three are told apart by their cities; a post that fits the first stays with it", () => {
    const found = ids(
      post("place:泉州市", "市长", "2025-08-29", "p1"),
      post("place:石家庄市", "局长", "2025-08-29", "p2"),
      post("place:拉萨市", "局长", "2025-08-30", "p3"),
      post("agency:福建省委", "秘书长", "2025-08-30", "p4"),
    );
    expect(found).toEqual(["person:李晨", "person:李晨(石家庄)", "person:李晨(拉萨)"]);
  });
});

it("confusable characters are like each other both ways, and names differ in one place or not at all", () => {
  expect([
    areConfusable("杨", "扬"),
    areConfusable("扬", "杨"),
    areConfusable("杨", "李"),
    areConfusable("杨", "杨"),
  ]).toEqual([true, true, false, false]);
  expect([
    oneDifference("杨明", "扬明"),
    oneDifference("杨明", "杨明"),
    oneDifference("杨明", "扬朋"),
    oneDifference("杨", "杨明"),
  ]).toEqual([0, -1, -1, -1]);
});
