// Departments of a local government by what they are for: 住房和城乡建设局, 园林和林业局, 城市管理执法委. However a tagger cuts
// such words, they are made of the same few hundred fields of administration.

/** What local governments have departments for. Source: the lists of departments that provinces and cities publish. */
const FIELDS =
  "住房 住房保障 城乡建设 城乡 城市建设 建设 建筑 园林 园林绿化 绿化 林业 草原 林草 水务 水利 水文 湖泊 河湖 河道 海洋 渔业 渔政 农业 农村 农业农村 农牧 畜牧 兽医 农机 " +
  "文化 旅游 文旅 体育 广播 电视 广播电视 广电 新闻 出版 版权 电影 文物 文化遗产 教育 教体 科技 科学 技术 科学技术 经济 经信 工信 工业 信息化 信息 大数据 数据 数据资源 政务 政务服务 政务公开 " +
  "行政 审批 服务 营商环境 优化 商务 投资 促进 招商 外事 侨务 民族 民宗 宗教 民政 财政 税务 审计 统计 人力资源 人力社保 人社 社会 社会保障 医疗 医疗保障 医保 保障 卫生 卫健 健康 计划生育 " +
  "疾病 预防 控制 疾控 中医药 药品 食品 食品药品 市场 监督 监管 监察 质量 技术监督 知识产权 自然资源 规划 国土 国土资源 土地 不动产 登记 生态 环境 环保 气象 地震 防震 减灾 应急 消防 救援 " +
  "公安 交通 交通运输 运输 运管 公路 铁路 民航 港航 港口 航务 口岸 海防 邮政 物流 城市 城管 综合 综治 执法 管理 退役军人 事务 机关 机关事务 国有资产 国资 金融 地方金融 粮食 物资 储备 能源 煤炭 " +
  "电力 供销 信访 档案 地方志 史志 党史 保密 机要 司法 监狱 戒毒 乡村 振兴 扶贫 扶贫开发 开发 移民 发展 改革 发改 体制改革 机构 编制 台湾 港澳 人防 人民防空 国防 动员 网信 网络 安全 互联网 " +
  "住建 工商 工商行政 通信 无线电 烟草 专卖 盐务 物价 价格 公积金 房屋 房产 房地产 征收 更新 环卫 环境卫生 市容 市政 公用 公用事业 事业 公共资源 交易 公园 景区 风景 名胜 风景名胜 民营 中小企业 企业 " +
  "法制 政法 政策 研究 文明 精神文明 爱国卫生 对外 经贸 贸易 合作 协作 区域 低空 航空 核工业 国防科技 国防科工 铁道 老龄 工作 协调 推进 资源 利用 防汛 抗旱 禁毒 反邪教 双拥 接待";
const FIELD = FIELDS.split(" ")
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  .join("|");
/** 局面, 委员, 办理, 厅堂 go on as other words. */
const TAIL =
  "局(?![面势部限促域])|厅(?!堂)|委员会(?!议)|委(?![员托任派书])|办公室|办(?![理法公学好成事案证展起了会结校医实])";
const DEPARTMENT = new RegExp(`^(?:${FIELD}){1,6}(?:[和与](?:${FIELD}){1,5}){0,2}(?:${TAIL})`);
/** Fields and tails by themselves that are no department: 工作办, 城市局, 社会厅. */
const TOO_THIN =
  /^(?:工作|社会|城市|城乡|服务|管理|行政|促进|推进|控制|优化|企业|区域|协调|利用)(?:局|厅|委|办|委员会)$/;

/** Where a department's name that begins at `from` ends ("园林和林业局"), or null. Cost: a few units. */
export function departmentEnd(text: string, from: number): number | null {
  const match = DEPARTMENT.exec(text.slice(from, from + 24));
  return match && !TOO_THIN.test(match[0]) ? from + match[0].length : null;
}
