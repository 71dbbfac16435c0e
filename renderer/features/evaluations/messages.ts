import { defineMessages } from '../../../shared/core/messages.ts';
import type {
  PriceView,
  RowRole,
  ScoreGap,
  TrlDisagreement,
} from '../../../shared/features/evaluations/index.ts';

export const evaluationMessages = defineMessages<
  | `evaluation.${
      | 'title'
      | 'open'
      | 'toAchievement'
      | 'pageHint'
      | 'comma'
      | 'actions'
      | 'edit'
      | 'fill'
      | 'copied'
      | 'notCopied'
      | 'copyAll'
      | 'copyOne'
      | 'copyOneOf'
      | 'unknown'
      | 'unknownShort'
      | 'readyTitle'
      | 'readyCount'
      | 'readyHint'
      | 'newSheet'
      | 'sheetName'
      | 'noSheet'
      | 'noSheetHint'
      | 'noSheetShort'
      | 'lastScore'
      | 'facts'
      | 'deleteSheet'
      | 'sheet'
      | 'scale'
      | 'addIndicator'
      | 'noIndicators'
      | 'weightsWhole'
      | 'weightsLeft'
      | 'weightsOver'
      | 'weightsFrom'
      | 'keys'
      | 'scoreOf'
      | 'notCounted'
      | 'addEvaluator'
      | 'noEvaluators'
      | 'undeclared'
      | 'undeclaredOnes'
      | 'leftOut'
      | 'result'
      | 'score'
      | 'noWeight'
      | 'spread'
      | 'rounding'
      | 'total'
      | 'between'
      | 'trustHead'
      | 'compareSheets'
      | 'comparePrices'}`
  | `evaluation.tab.${'trl' | 'sheets' | 'prices' | 'compare' | 'ready'}`
  | `evaluation.trust.${'high' | 'medium' | 'low'}`
  | `evaluation.gap.${Exclude<ScoreGap['type'], 'weightsNotWhole'>}`
  | `evaluation.trl.${
      | TrlDisagreement['type']
      | 'title'
      | 'proven'
      | 'nothingProven'
      | 'take'
      | 'add'
      | 'next'
      | 'beyondGap'
      | 'level'
      | 'meaning'
      | 'asks'
      | 'evidence'
      | 'state'
      | 'shown'
      | 'carried'
      | 'lacking'
      | 'toCome'
      | 'rule'}`
  | `evaluation.price.${
      | 'range'
      | 'count'
      | 'fromTo'
      | 'none'
      | 'noneHint'
      | 'noneShort'
      | 'new'
      | 'delete'
      | 'inputs'
      | 'usualShares'
      | 'addRow'
      | 'ownDeals'
      | 'deal'
      | 'result'
      | 'copy'
      | 'yuan'
      | 'rounding'
      | 'sensitivity'
      | 'lever'
      | 'down'
      | 'up'
      | 'byPart'
      | 'byPoints'
      | 'barSpoken'
      | 'barsHint'
      | 'unknownOnes'}`
  | `evaluation.price.hint.${RowRole}`
  | `evaluation.price.asking.${NonNullable<PriceView['asking']>}`
  | `label.${
      | 'setTrl'
      | 'editEvaluationPart'
      | 'moveEvaluationPart'
      | 'scaleWeights'
      | 'takeIndicators'
      | 'setScore'
      | 'takeShare'
      | 'takeComparable'}`
>(
  {
    'evaluation.title': '评价',
    'evaluation.open': '打开评价',
    'evaluation.toAchievement': '返回成果',
    'evaluation.pageHint': '就绪度、指标评价、估值与企业的追问',
    'evaluation.comma': '、',
    'evaluation.actions': '“{{name}}”的操作',
    'evaluation.edit': '修改{{entity}}',
    'evaluation.fill': '去填写',
    'evaluation.copied': '已复制',
    'evaluation.notCopied': '没能复制：剪贴板不可用',
    'evaluation.copyAll': '复制全部追问',
    'evaluation.copyOne': '复制这个问题',
    'evaluation.copyOneOf': '复制：{{question}}',
    'evaluation.unknown': '还得不出结果：',
    'evaluation.unknownShort': '未知',
    'evaluation.readyTitle': '企业还会问什么',
    'evaluation.readyCount': '已答 {{filled}}/{{total}}',
    'evaluation.readyHint': '资料里已有答案的打勾；其余的可以复制去问发明人，或直接填写。',
    'evaluation.newSheet': '新建评价',
    'evaluation.sheetName': '转化前评价',
    'evaluation.noSheet': '还没有指标评价',
    'evaluation.noSheetHint': '按 GB/T 44731-2024 的五类价值打分，权重可改',
    'evaluation.noSheetShort': '还没有评价',
    'evaluation.lastScore': '最近评价得分',
    'evaluation.facts': '评价信息',
    'evaluation.deleteSheet': '删除这次评价',
    'evaluation.sheet': '评分表',
    'evaluation.scale': '按比例调为 100%',
    'evaluation.addIndicator': '添加指标',
    'evaluation.noIndicators': '还没有指标。按成果类别带入示例指标和权重：',
    'evaluation.weightsWhole': '权重合计 100%',
    'evaluation.weightsLeft': '权重还差 {{weight}}',
    'evaluation.weightsOver': '权重超出 {{weight}}',
    'evaluation.weightsFrom': '权重来源：{{source}}。',
    'evaluation.keys': '得分 0–100；方向键移动，Enter 到下一项；分数旁可写理由。',
    'evaluation.scoreOf': '{{evaluator}}：{{indicator}}',
    'evaluation.notCounted': '不计入',
    'evaluation.addEvaluator': '添加评价人',
    'evaluation.noEvaluators': '还没有评价人。每位评价人须声明有无利益冲突，有冲突的不计入结果。',
    'evaluation.undeclared': '尚未声明',
    'evaluation.undeclaredOnes': '尚未声明有无利益冲突，暂计入：{{names}}',
    'evaluation.leftOut': '声明有利益冲突，未计入：{{names}}',
    'evaluation.result': '评价结果',
    'evaluation.score': '得分',
    'evaluation.noWeight': '无权重',
    'evaluation.spread': '{{count}} 位评价人，{{lowest}}–{{highest}} 分，相差 {{spread}} 分',
    'evaluation.rounding': '按权重精确计算，只在显示时四舍五入到两位小数。',
    'evaluation.total': '总分',
    'evaluation.between': '评价人最低–最高',
    'evaluation.trustHead': '可信程度',
    'evaluation.compareSheets': '各次评价',
    'evaluation.comparePrices': '各种估值与意向价',
    'evaluation.tab.trl': '就绪度',
    'evaluation.tab.sheets': '指标评价',
    'evaluation.tab.prices': '估值',
    'evaluation.tab.compare': '比较',
    'evaluation.tab.ready': '企业追问',
    'evaluation.trust.high': '可信程度高',
    'evaluation.trust.medium': '可信程度中',
    'evaluation.trust.low': '可信程度低',
    'evaluation.gap.noIndicators': '还没有指标',
    'evaluation.gap.noEvaluators': '还没有评价人',
    'evaluation.gap.allLeftOut': '评价人都声明有利益冲突',
    'evaluation.gap.scoresMissing': '{{evaluator}}还没有评：{{indicators}}',
    'evaluation.trl.title': '技术就绪度',
    'evaluation.trl.proven': '证据到 {{level}} 级',
    'evaluation.trl.nothingProven': '还没有证据',
    'evaluation.trl.take': 'TRL 填为 {{level}}',
    'evaluation.trl.add': '添加证据',
    'evaluation.trl.next': '到第 {{level}} 级还缺：{{asks}}。',
    'evaluation.trl.beyondGap': '第 {{levels}} 级已有证据，补上中间的才算数。',
    'evaluation.trl.level': '级别',
    'evaluation.trl.meaning': '含义',
    'evaluation.trl.asks': '应有证据',
    'evaluation.trl.evidence': '已有证据',
    'evaluation.trl.state': '状态',
    'evaluation.trl.shown': '有证据',
    'evaluation.trl.carried': '由 {{level}} 级推定',
    'evaluation.trl.lacking': '缺证据',
    'evaluation.trl.toCome': '日期未到，暂不计',
    'evaluation.trl.rule':
      '1–4 级在实验室里完成，后面的证据可推定前面的；5 级起换了环境，每级都要自己的证据。',
    'evaluation.trl.statedHigher': 'TRL 写的是 {{trl}}，证据只到 {{proven}} 级',
    'evaluation.trl.unproven': 'TRL 写的是 {{trl}}，还没有证据',
    'evaluation.trl.statedLower': 'TRL 写的是 {{trl}}，证据已到 {{proven}} 级',
    'evaluation.trl.notStated': 'TRL 还没有填，证据已到 {{proven}} 级',
    'evaluation.trl.stageDiffers':
      '所处阶段“{{stage}}”对应 {{from}}–{{to}} 级，与 {{level}} 级不符',
    'evaluation.price.range': '估值区间',
    'evaluation.price.count': '{{count}} 种估值',
    'evaluation.price.fromTo': '{{from}} – {{to}}',
    'evaluation.price.none': '还没有估值',
    'evaluation.price.noneHint': '成本法、市场法、收益法或提成费，每个数都看得见出处',
    'evaluation.price.noneShort': '还没有估值',
    'evaluation.price.new': '新建估值',
    'evaluation.price.delete': '删除这次估值',
    'evaluation.price.inputs': '估值信息与参数',
    'evaluation.price.usualShares': '常见利润分成率：',
    'evaluation.price.addRow': '添加一行',
    'evaluation.price.ownDeals': '取本台成交',
    'evaluation.price.deal': '{{title}} · {{on}} · {{amount}} 元',
    'evaluation.price.result': '估值结果（元）',
    'evaluation.price.copy': '复制计算过程',
    'evaluation.price.yuan': '元，即 {{amount}}',
    'evaluation.price.rounding': '全程精确计算，结果按分四舍五入一次；各行之和等于结果。',
    'evaluation.price.sensitivity': '参数上下变动时的结果（元）',
    'evaluation.price.lever': '变动的参数',
    'evaluation.price.down': '调低',
    'evaluation.price.up': '调高',
    'evaluation.price.byPart': '{{lever}} ±{{by}}%',
    'evaluation.price.byPoints': '{{lever}} ±{{by}} 个百分点',
    'evaluation.price.barSpoken': '{{title}}：{{fen}} 元，参数变动时 {{from}} 至 {{to}} 元',
    'evaluation.price.barsHint': '竖线为结果，横条为单个参数变动时的范围，橙色为意向价。',
    'evaluation.price.unknownOnes': '还算不出结果：{{names}}',
    'evaluation.price.hint.spent': '按年份或项目列出研发投入。',
    'evaluation.price.hint.depreciation': '已知的贬值额；按比例计的填在上面的贬值率里。',
    'evaluation.price.hint.comparable': '相似度决定权重，全部留空则各案例同权；调整不填即不调整。',
    'evaluation.price.hint.income':
      '按次序为第 1 年、第 2 年……：收益法填每年利润，提成费填提成基数。',
    'evaluation.price.asking.below': '意向价低于估值区间',
    'evaluation.price.asking.within': '意向价在估值区间内',
    'evaluation.price.asking.above': '意向价高于估值区间',
    'label.setTrl': '将“{{title}}”的 TRL 填为 {{level}}',
    'label.editEvaluationPart': '修改{{entity}}“{{title}}”',
    'label.moveEvaluationPart': '调整“{{title}}”的次序',
    'label.scaleWeights': '“{{title}}”的权重调为 100%',
    'label.takeIndicators': '为“{{title}}”带入示例指标',
    'label.setScore': '{{evaluator}}为“{{indicator}}”评分 {{score}}',
    'label.takeShare': '“{{title}}”的分成率取 {{rate}}',
    'label.takeComparable': '为“{{title}}”取成交“{{name}}”作可比案例',
  },
  {
    'evaluation.title': 'Evaluation',
    'evaluation.open': 'Open evaluation',
    'evaluation.toAchievement': 'Back to achievement',
    'evaluation.pageHint': 'Readiness, indicator sheets, price aids, and what would be asked',
    'evaluation.comma': ', ',
    'evaluation.actions': 'Actions for “{{name}}”',
    'evaluation.edit': 'Edit {{entity}}',
    'evaluation.fill': 'Fill in',
    'evaluation.copied': 'Copied',
    'evaluation.notCopied': 'Not copied: the clipboard is not available',
    'evaluation.copyAll': 'Copy all questions',
    'evaluation.copyOne': 'Copy this question',
    'evaluation.copyOneOf': 'Copy: {{question}}',
    'evaluation.unknown': 'No result yet:',
    'evaluation.unknownShort': 'unknown',
    'evaluation.readyTitle': 'What would be asked',
    'evaluation.readyCount': '{{filled}}/{{total}} answered',
    'evaluation.readyHint':
      'Ticked is what the record answers; the rest can be copied to ask the inventor, or filled in.',
    'evaluation.newSheet': 'New evaluation',
    'evaluation.sheetName': 'Evaluation before transfer',
    'evaluation.noSheet': 'No indicator sheets yet',
    'evaluation.noSheetHint':
      'Scores for the five values of GB/T 44731-2024, with weights of yours',
    'evaluation.noSheetShort': 'No evaluation yet',
    'evaluation.lastScore': 'Last score',
    'evaluation.facts': 'About this evaluation',
    'evaluation.deleteSheet': 'Delete this evaluation',
    'evaluation.sheet': 'Score sheet',
    'evaluation.scale': 'Scale to 100%',
    'evaluation.addIndicator': 'Add indicator',
    'evaluation.noIndicators': 'No indicators yet. Begin with the example for a category:',
    'evaluation.weightsWhole': 'Weights make 100%',
    'evaluation.weightsLeft': 'Weights: {{weight}} left',
    'evaluation.weightsOver': 'Weights: {{weight}} too much',
    'evaluation.weightsFrom': 'Weights from: {{source}}.',
    'evaluation.keys':
      'Scores 0–100; arrows move, Enter goes down; beside a score stands its reason.',
    'evaluation.scoreOf': '{{evaluator}}: {{indicator}}',
    'evaluation.notCounted': 'not counted',
    'evaluation.addEvaluator': 'Add evaluator',
    'evaluation.noEvaluators':
      'No evaluators yet. Each declares conflicts of interest; who has one is not counted.',
    'evaluation.undeclared': 'Not declared',
    'evaluation.undeclaredOnes': 'Counted, though nothing was declared yet: {{names}}',
    'evaluation.leftOut': 'Left out for a declared conflict of interest: {{names}}',
    'evaluation.result': 'Result',
    'evaluation.score': 'Score',
    'evaluation.noWeight': 'no weight',
    'evaluation.spread': '{{count}} evaluators, {{lowest}}–{{highest}}, {{spread}} apart',
    'evaluation.spread_one': '1 evaluator',
    'evaluation.rounding': 'Reckoned exactly by weight; rounded to two decimals only to be shown.',
    'evaluation.total': 'Total',
    'evaluation.between': 'Evaluators, lowest–highest',
    'evaluation.trustHead': 'Confidence',
    'evaluation.compareSheets': 'Evaluations',
    'evaluation.comparePrices': 'Price aids and the asking price',
    'evaluation.tab.trl': 'Readiness',
    'evaluation.tab.sheets': 'Indicator sheets',
    'evaluation.tab.prices': 'Price aids',
    'evaluation.tab.compare': 'Comparison',
    'evaluation.tab.ready': 'Questions',
    'evaluation.trust.high': 'High confidence',
    'evaluation.trust.medium': 'Medium confidence',
    'evaluation.trust.low': 'Low confidence',
    'evaluation.gap.noIndicators': 'No indicators yet',
    'evaluation.gap.noEvaluators': 'No evaluators yet',
    'evaluation.gap.allLeftOut': 'All evaluators declared a conflict of interest',
    'evaluation.gap.scoresMissing': '{{evaluator}} has not scored: {{indicators}}',
    'evaluation.trl.title': 'Technology readiness',
    'evaluation.trl.proven': 'Proven to level {{level}}',
    'evaluation.trl.nothingProven': 'No evidence yet',
    'evaluation.trl.take': 'Set TRL to {{level}}',
    'evaluation.trl.add': 'Add evidence',
    'evaluation.trl.next': 'Missing for level {{level}}: {{asks}}. ',
    'evaluation.trl.beyondGap':
      'Levels {{levels}} have evidence that counts once the gap is closed.',
    'evaluation.trl.level': 'Level',
    'evaluation.trl.meaning': 'Meaning',
    'evaluation.trl.asks': 'Evidence asked for',
    'evaluation.trl.evidence': 'Evidence there is',
    'evaluation.trl.state': 'State',
    'evaluation.trl.shown': 'Shown',
    'evaluation.trl.carried': 'By level {{level}}',
    'evaluation.trl.lacking': 'Missing',
    'evaluation.trl.toCome': 'dated ahead, not counted yet',
    'evaluation.trl.rule':
      'Levels 1–4 are laboratory work, shown by later evidence too; from 5 on the surroundings change and each level asks for its own.',
    'evaluation.trl.statedHigher': 'TRL says {{trl}}, the evidence reaches {{proven}} only',
    'evaluation.trl.unproven': 'TRL says {{trl}}, without any evidence',
    'evaluation.trl.statedLower': 'TRL says {{trl}}, the evidence reaches {{proven}}',
    'evaluation.trl.notStated': 'TRL is blank, the evidence reaches {{proven}}',
    'evaluation.trl.stageDiffers':
      'The stage “{{stage}}” goes with levels {{from}}–{{to}}, not with {{level}}',
    'evaluation.price.range': 'Range of price aids',
    'evaluation.price.count': '{{count}} price aids',
    'evaluation.price.count_one': '1 price aid',
    'evaluation.price.fromTo': '{{from}} – {{to}}',
    'evaluation.price.none': 'No price aids yet',
    'evaluation.price.noneHint': 'By cost, market, income or royalty, with every figure in sight',
    'evaluation.price.noneShort': 'No price aid yet',
    'evaluation.price.new': 'New price aid',
    'evaluation.price.delete': 'Delete this price aid',
    'evaluation.price.inputs': 'Inputs',
    'evaluation.price.usualShares': 'Usual shares of the profit:',
    'evaluation.price.addRow': 'Add line',
    'evaluation.price.ownDeals': 'Deals of this desk',
    'evaluation.price.deal': '{{title}} · {{on}} · {{amount}} yuan',
    'evaluation.price.result': 'Result, yuan',
    'evaluation.price.copy': 'Copy reckoning',
    'evaluation.price.yuan': 'yuan, that is {{amount}}',
    'evaluation.price.rounding':
      'Reckoned exactly, rounded to the fen once; the lines add up to the result.',
    'evaluation.price.sensitivity': 'The result when an input moves, yuan',
    'evaluation.price.lever': 'Input',
    'evaluation.price.down': 'Lower',
    'evaluation.price.up': 'Higher',
    'evaluation.price.byPart': '{{lever}} ±{{by}}%',
    'evaluation.price.byPoints': '{{lever}} ±{{by}} points',
    'evaluation.price.barSpoken': '{{title}}: {{fen}} yuan, from {{from}} to {{to}} as inputs move',
    'evaluation.price.barsHint':
      'The line is the result, the bar its range as single inputs move, orange the asking price.',
    'evaluation.price.unknownOnes': 'No result yet: {{names}}',
    'evaluation.price.hint.spent': 'What was spent on research, by year or by item.',
    'evaluation.price.hint.depreciation': 'Known amounts; what goes by rate stands above.',
    'evaluation.price.hint.comparable':
      'Similarity is the weight; all count the same where it is blank. A blank adjustment is none.',
    'evaluation.price.hint.income':
      'In order, year 1, year 2, …: the profit for income, the base for royalties.',
    'evaluation.price.asking.below': 'asking price below the range',
    'evaluation.price.asking.within': 'asking price within the range',
    'evaluation.price.asking.above': 'asking price above the range',
    'label.setTrl': 'Set TRL of “{{title}}” to {{level}}',
    'label.editEvaluationPart': 'Change {{entity}} “{{title}}”',
    'label.moveEvaluationPart': 'Order in “{{title}}”',
    'label.scaleWeights': 'Scale the weights of “{{title}}” to 100%',
    'label.takeIndicators': 'Example indicators for “{{title}}”',
    'label.setScore': '{{evaluator}} scores “{{indicator}}” {{score}}',
    'label.takeShare': 'Share of “{{title}}” {{rate}}',
    'label.takeComparable': 'Deal “{{name}}” as a comparable for “{{title}}”',
  },
);
