/** The words of the registration layout. The offices' forms are Chinese, whatever the language of the desk. */
export const formWords = {
  title: '科技成果登记表',
  form: '成果登记表',
  units: '完成单位',
  people: '完成人',
  rights: '知识产权',
  projects: '计划项目',
  achievement: '成果名称',
  place: '次序',
  inWan: (name: string): string => `${name}（万元）`,
} as const;
