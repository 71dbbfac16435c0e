import type { Options } from '../entities/field.ts';

/**
 * Regions by the codes of GB/T 2260: the provinces, and within Hubei its cities and the districts of
 * Wuhan. Wuhan's functional zones have no code of the standard and bear one of the desk's own.
 * Keys begin with a letter, for an object puts keys of digits before all others.
 */
export const regions = {
  R110000: { zh: '北京市', en: 'Beijing', aliases: ['110000', '北京'] },
  R120000: { zh: '天津市', en: 'Tianjin', aliases: ['120000', '天津'] },
  R130000: { zh: '河北省', en: 'Hebei', aliases: ['130000', '河北'] },
  R140000: { zh: '山西省', en: 'Shanxi', aliases: ['140000', '山西'] },
  R150000: { zh: '内蒙古自治区', en: 'Inner Mongolia', aliases: ['150000', '内蒙古'] },
  R210000: { zh: '辽宁省', en: 'Liaoning', aliases: ['210000', '辽宁'] },
  R220000: { zh: '吉林省', en: 'Jilin', aliases: ['220000', '吉林'] },
  R230000: { zh: '黑龙江省', en: 'Heilongjiang', aliases: ['230000', '黑龙江'] },
  R310000: { zh: '上海市', en: 'Shanghai', aliases: ['310000', '上海'] },
  R320000: { zh: '江苏省', en: 'Jiangsu', aliases: ['320000', '江苏'] },
  R330000: { zh: '浙江省', en: 'Zhejiang', aliases: ['330000', '浙江'] },
  R340000: { zh: '安徽省', en: 'Anhui', aliases: ['340000', '安徽'] },
  R350000: { zh: '福建省', en: 'Fujian', aliases: ['350000', '福建'] },
  R360000: { zh: '江西省', en: 'Jiangxi', aliases: ['360000', '江西'] },
  R370000: { zh: '山东省', en: 'Shandong', aliases: ['370000', '山东'] },
  R410000: { zh: '河南省', en: 'Henan', aliases: ['410000', '河南'] },
  R420000: { zh: '湖北省', en: 'Hubei', aliases: ['420000', '湖北'] },
  R420100: {
    zh: '湖北·武汉市',
    en: 'Wuhan, Hubei',
    aliases: ['420100', '武汉市', '湖北省武汉市', '武汉'],
  },
  R420102: {
    zh: '武汉·江岸区',
    en: "Jiang'an, Wuhan",
    aliases: ['420102', '江岸区', '武汉市江岸区', '湖北省武汉市江岸区'],
  },
  R420103: {
    zh: '武汉·江汉区',
    en: 'Jianghan, Wuhan',
    aliases: ['420103', '江汉区', '武汉市江汉区', '湖北省武汉市江汉区'],
  },
  R420104: {
    zh: '武汉·硚口区',
    en: 'Qiaokou, Wuhan',
    aliases: ['420104', '硚口区', '武汉市硚口区', '湖北省武汉市硚口区'],
  },
  R420105: {
    zh: '武汉·汉阳区',
    en: 'Hanyang, Wuhan',
    aliases: ['420105', '汉阳区', '武汉市汉阳区', '湖北省武汉市汉阳区'],
  },
  R420106: {
    zh: '武汉·武昌区',
    en: 'Wuchang, Wuhan',
    aliases: ['420106', '武昌区', '武汉市武昌区', '湖北省武汉市武昌区'],
  },
  R420107: {
    zh: '武汉·青山区',
    en: 'Qingshan, Wuhan',
    aliases: ['420107', '青山区', '武汉市青山区', '湖北省武汉市青山区'],
  },
  R420111: {
    zh: '武汉·洪山区',
    en: 'Hongshan, Wuhan',
    aliases: ['420111', '洪山区', '武汉市洪山区', '湖北省武汉市洪山区'],
  },
  R420112: {
    zh: '武汉·东西湖区',
    en: 'Dongxihu, Wuhan',
    aliases: ['420112', '东西湖区', '武汉市东西湖区', '湖北省武汉市东西湖区'],
  },
  R420113: {
    zh: '武汉·汉南区',
    en: 'Hannan, Wuhan',
    aliases: ['420113', '汉南区', '武汉市汉南区', '湖北省武汉市汉南区'],
  },
  R420114: {
    zh: '武汉·蔡甸区',
    en: 'Caidian, Wuhan',
    aliases: ['420114', '蔡甸区', '武汉市蔡甸区', '湖北省武汉市蔡甸区'],
  },
  R420115: {
    zh: '武汉·江夏区',
    en: 'Jiangxia, Wuhan',
    aliases: ['420115', '江夏区', '武汉市江夏区', '湖北省武汉市江夏区'],
  },
  R420116: {
    zh: '武汉·黄陂区',
    en: 'Huangpi, Wuhan',
    aliases: ['420116', '黄陂区', '武汉市黄陂区', '湖北省武汉市黄陂区'],
  },
  R420117: {
    zh: '武汉·新洲区',
    en: 'Xinzhou, Wuhan',
    aliases: ['420117', '新洲区', '武汉市新洲区', '湖北省武汉市新洲区'],
  },
  'WH-DHGX': {
    zh: '武汉·东湖高新区',
    en: 'East Lake High-tech Zone, Wuhan',
    aliases: ['东湖高新区', '光谷', '东湖新技术开发区', '武汉东湖高新区'],
  },
  'WH-WHJK': {
    zh: '武汉·武汉经开区',
    en: 'Wuhan Economic Zone, Wuhan',
    aliases: ['武汉经开区', '武汉经济技术开发区'],
  },
  'WH-LKJK': {
    zh: '武汉·临空港经开区',
    en: 'Airport Economic Zone, Wuhan',
    aliases: ['临空港经开区', '临空港经济技术开发区'],
  },
  'WH-CJXQ': {
    zh: '武汉·长江新区',
    en: 'Yangtze New Area, Wuhan',
    aliases: ['长江新区', '长江新城'],
  },
  'WH-DHFJ': {
    zh: '武汉·东湖风景区',
    en: 'East Lake Scenic Area, Wuhan',
    aliases: ['东湖风景区', '东湖生态旅游风景区'],
  },
  R420200: {
    zh: '湖北·黄石市',
    en: 'Huangshi, Hubei',
    aliases: ['420200', '黄石市', '湖北省黄石市', '黄石'],
  },
  R420300: {
    zh: '湖北·十堰市',
    en: 'Shiyan, Hubei',
    aliases: ['420300', '十堰市', '湖北省十堰市', '十堰'],
  },
  R420500: {
    zh: '湖北·宜昌市',
    en: 'Yichang, Hubei',
    aliases: ['420500', '宜昌市', '湖北省宜昌市', '宜昌'],
  },
  R420600: {
    zh: '湖北·襄阳市',
    en: 'Xiangyang, Hubei',
    aliases: ['420600', '襄阳市', '湖北省襄阳市', '襄阳'],
  },
  R420700: {
    zh: '湖北·鄂州市',
    en: 'Ezhou, Hubei',
    aliases: ['420700', '鄂州市', '湖北省鄂州市', '鄂州'],
  },
  R420800: {
    zh: '湖北·荆门市',
    en: 'Jingmen, Hubei',
    aliases: ['420800', '荆门市', '湖北省荆门市', '荆门'],
  },
  R420900: {
    zh: '湖北·孝感市',
    en: 'Xiaogan, Hubei',
    aliases: ['420900', '孝感市', '湖北省孝感市', '孝感'],
  },
  R421000: {
    zh: '湖北·荆州市',
    en: 'Jingzhou, Hubei',
    aliases: ['421000', '荆州市', '湖北省荆州市', '荆州'],
  },
  R421100: {
    zh: '湖北·黄冈市',
    en: 'Huanggang, Hubei',
    aliases: ['421100', '黄冈市', '湖北省黄冈市', '黄冈'],
  },
  R421200: {
    zh: '湖北·咸宁市',
    en: 'Xianning, Hubei',
    aliases: ['421200', '咸宁市', '湖北省咸宁市', '咸宁'],
  },
  R421300: {
    zh: '湖北·随州市',
    en: 'Suizhou, Hubei',
    aliases: ['421300', '随州市', '湖北省随州市', '随州'],
  },
  R422800: {
    zh: '湖北·恩施土家族苗族自治州',
    en: 'Enshi, Hubei',
    aliases: ['422800', '恩施土家族苗族自治州', '湖北省恩施土家族苗族自治州', '恩施州', '恩施'],
  },
  R429004: {
    zh: '湖北·仙桃市',
    en: 'Xiantao, Hubei',
    aliases: ['429004', '仙桃市', '湖北省仙桃市', '仙桃'],
  },
  R429005: {
    zh: '湖北·潜江市',
    en: 'Qianjiang, Hubei',
    aliases: ['429005', '潜江市', '湖北省潜江市', '潜江'],
  },
  R429006: {
    zh: '湖北·天门市',
    en: 'Tianmen, Hubei',
    aliases: ['429006', '天门市', '湖北省天门市', '天门'],
  },
  R429021: {
    zh: '湖北·神农架林区',
    en: 'Shennongjia, Hubei',
    aliases: ['429021', '神农架林区', '湖北省神农架林区'],
  },
  R430000: { zh: '湖南省', en: 'Hunan', aliases: ['430000', '湖南'] },
  R440000: { zh: '广东省', en: 'Guangdong', aliases: ['440000', '广东'] },
  R450000: { zh: '广西壮族自治区', en: 'Guangxi', aliases: ['450000', '广西'] },
  R460000: { zh: '海南省', en: 'Hainan', aliases: ['460000', '海南'] },
  R500000: { zh: '重庆市', en: 'Chongqing', aliases: ['500000', '重庆'] },
  R510000: { zh: '四川省', en: 'Sichuan', aliases: ['510000', '四川'] },
  R520000: { zh: '贵州省', en: 'Guizhou', aliases: ['520000', '贵州'] },
  R530000: { zh: '云南省', en: 'Yunnan', aliases: ['530000', '云南'] },
  R540000: { zh: '西藏自治区', en: 'Tibet', aliases: ['540000', '西藏'] },
  R610000: { zh: '陕西省', en: 'Shaanxi', aliases: ['610000', '陕西'] },
  R620000: { zh: '甘肃省', en: 'Gansu', aliases: ['620000', '甘肃'] },
  R630000: { zh: '青海省', en: 'Qinghai', aliases: ['630000', '青海'] },
  R640000: { zh: '宁夏回族自治区', en: 'Ningxia', aliases: ['640000', '宁夏'] },
  R650000: { zh: '新疆维吾尔自治区', en: 'Xinjiang', aliases: ['650000', '新疆'] },
  R710000: { zh: '台湾省', en: 'Taiwan', aliases: ['710000', '台湾'] },
  R810000: { zh: '香港特别行政区', en: 'Hong Kong', aliases: ['810000', '香港'] },
  R820000: { zh: '澳门特别行政区', en: 'Macao', aliases: ['820000', '澳门'] },
} as const satisfies Options;
