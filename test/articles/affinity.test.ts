// What the texts of a page share, beyond what they share with the whole page.
import { describe, expect, it } from "vitest";
import { readSegmentModels } from "../../src/articles/index.ts";
import { Affinity, topicCosine } from "../../src/articles/sense/affinity.ts";
import { Vocabulary } from "../../src/articles/sense/cohesion.ts";

const { topics } = readSegmentModels();

const BRIDGE = "青石大桥主塔封顶,工人在桥面铺设钢梁,青石大桥预计年底通车,两岸居民盼望已久。";
const BRIDGE_MORE = "通车以后,青石大桥将两岸车程缩短一半,钢梁由本地工厂制造,主塔高一百二十米。";
const SCHOOL = "三中新校区开学,操场铺设了塑胶跑道,学生住进新宿舍,食堂供应三十种菜品。";
const FOREST = "林场工人巡护防火,望火楼上安装了摄像头,今年春季没有发生一起林火。";

/** Blocks with gaps between their indexes, as a page's own blocks have once some are set aside. */
const blocksOf = (texts: readonly string[]) => texts.map((squeezed, k) => ({ index: k * 3, squeezed }));

function affinityOf(texts: readonly string[]): Affinity {
  return new Affinity(blocksOf(texts), new Vocabulary(texts), topics);
}

describe("the affinity of windows", () => {
  const affinity = affinityOf([BRIDGE, SCHOOL, BRIDGE_MORE, FOREST].map((text) => text.repeat(2)));
  const window = (block: number) => affinity.headOf([{ index: block * 3 }], 600);

  it("is greatest between texts of the same matter", () => {
    expect(affinity.bond(window(0), window(2))).toBeGreaterThan(affinity.bond(window(0), window(1)));
    expect(affinity.bond(window(0), window(2))).toBeGreaterThan(affinity.bond(window(0), window(3)));
  });

  it("is the same both ways", () => {
    expect(affinity.cosine(window(0), window(2))).toBeCloseTo(affinity.cosine(window(2), window(0)), 12);
    expect(affinity.bond(window(0), window(2))).toBeCloseTo(affinity.bond(window(2), window(0)), 12);
  });

  it("prefers a text's own region when the words stand there, another when they stand elsewhere", () => {
    const regions = new Map([0, 3, 6, 9].map((block, k) => [block, [1, 2, 1, 3][k]!]));
    expect(affinity.preference(window(0), window(2), (block) => regions.get(block)!)).toBeGreaterThan(0);
    const parted = new Map([0, 3, 6, 9].map((block, k) => [block, [1, 2, 2, 3][k]!]));
    expect(affinity.preference(window(1), window(2), (block) => parted.get(block)!)).toBeLessThan(0);
  });

  it("is nothing between empty windows", () => {
    expect(affinity.cosine(affinity.headOf([], 100), window(0))).toBe(0);
    expect(affinityOf([]).headOf([], 100).length).toBe(0);
  });
});

describe("windows", () => {
  it("take passages from the end or from the beginning until they are long enough", () => {
    const affinity = affinityOf([BRIDGE.repeat(20), SCHOOL.repeat(20)]);
    expect(affinity.tailOf([{ index: 0 }, { index: 3 }], 600).length).toBeGreaterThanOrEqual(600);
    expect(affinity.tailOf([{ index: 0 }, { index: 3 }], 600).length).toBeLessThan(1200);
    expect(affinity.headOf([{ index: 0 }], 300).passages[0]).toBe(0);
    expect(affinity.tailOf([{ index: 0 }, { index: 3 }], 300).passages[0]).toBeGreaterThan(
      affinity.headOf([{ index: 3 }], 300).passages[0]!,
    );
  });

  it("of a page of thousands of blocks are still compared with their neighbours", () => {
    const texts = Array.from({ length: 1500 }, (_, k) => (k % 2 === 0 ? BRIDGE : SCHOOL));
    const affinity = affinityOf(texts);
    const at = (block: number) => affinity.headOf([{ index: block * 3 }], 100);
    expect(affinity.cosine(at(700), at(702))).toBeGreaterThan(affinity.cosine(at(700), at(701)));
    expect(affinity.cosine(at(0), at(1400))).toBe(0);
  });
});

describe("topics", () => {
  const WAR = "导弹击中首都郊外的军用机场,防空系统整夜开火,双方都没有公布伤亡情况。";
  const PEACE = "停火谈判在日内瓦重开,外交官说,空袭不停,人道救援的车队就无法进城。";
  const HARVEST = "早稻开镰,收割机在田间来回穿梭,合作社的烘干房昼夜运转,新米已经上市。";
  const SOWING = "春耕时节,农技员下乡指导育秧,农户把化肥和种子送到田头,播种面积比去年增加。";
  const affinity = affinityOf([WAR, HARVEST, PEACE, SOWING, BRIDGE, SCHOOL, FOREST].map((text) => text.repeat(2)));
  const at = (block: number) => affinity.topicOf(affinity.headOf([{ index: block * 3 }], 600));

  it("lie nearer where texts speak of one matter in other words", () => {
    expect(topicCosine(at(0), at(2))).toBeGreaterThan(topicCosine(at(0), at(3)));
    expect(topicCosine(at(1), at(3))).toBeGreaterThan(topicCosine(at(1), at(2)));
  });

  it("are cosines, the same both ways, of themselves 1", () => {
    expect(topicCosine(at(0), at(2))).toBeCloseTo(topicCosine(at(2), at(0)), 6);
    expect(topicCosine(at(1), at(1))).toBeCloseTo(1, 5);
  });

  it("of a page of a few texts say nothing", () => {
    const few = affinityOf([WAR, PEACE]);
    const of = (index: number) => few.topicOf(few.headOf([{ index }], 600));
    expect(topicCosine(of(0), of(3))).toBe(0);
  });

  it("of texts without Chinese are nowhere", () => {
    const latin = affinityOf(["Wenmai", "graph"]);
    const of = (index: number) => latin.topicOf(latin.headOf([{ index }], 9));
    expect(topicCosine(of(0), of(3))).toBe(0);
  });
});
