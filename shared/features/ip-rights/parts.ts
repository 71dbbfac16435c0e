import { defineEntity, type RecordOf } from '../../entities/entity.ts';

/** That a right stands behind an achievement (成果与知识产权的关联); both have many of the other. */
export const ipLink = defineEntity({
  name: 'ipLink',
  label: { zh: '关联成果', en: 'Linked achievement' },
  plural: { zh: '关联成果', en: 'Linked achievements' },
  title: 'achievement',
  partOf: { entity: 'ipRight', field: 'ipRightId' },
  sections: { link: { zh: '关联', en: 'Link' } },
  fields: {
    ipRightId: {
      kind: 'ref',
      entity: 'ipRight',
      label: { zh: '知识产权', en: 'IP right' },
      required: true,
    },
    achievementId: {
      kind: 'ref',
      entity: 'achievement',
      label: { zh: '成果', en: 'Achievement' },
      required: true,
      section: 'link',
    },
    /** What the achievement was called then: for the history alone. */
    achievement: { kind: 'text', label: { zh: '成果名称', en: 'Its title' }, max: 300 },
  },
});
export type IpLink = RecordOf<typeof ipLink>;

/** What binds a right for a time: licences, pledges, disputes (权利负担). */
export const encumbrance = defineEntity({
  name: 'encumbrance',
  label: { zh: '权利负担', en: 'Encumbrance' },
  plural: { zh: '权利负担', en: 'Encumbrances' },
  title: 'party',
  partOf: { entity: 'ipRight', field: 'ipRightId' },
  sections: { encumbrance: { zh: '权利负担', en: 'Encumbrance' } },
  fields: {
    ipRightId: {
      kind: 'ref',
      entity: 'ipRight',
      label: { zh: '知识产权', en: 'IP right' },
      required: true,
    },
    kind: {
      kind: 'choice',
      options: {
        exclusiveLicence: { zh: '独占许可', en: 'Exclusive licence', tone: 'caution' },
        soleLicence: { zh: '排他许可', en: 'Sole licence', tone: 'caution' },
        licence: { zh: '普通许可', en: 'Licence', tone: 'notice' },
        openLicence: {
          zh: '开放许可的实施许可',
          en: 'Licence under the open licence',
          tone: 'notice',
        },
        pledge: { zh: '质押', en: 'Pledge', tone: 'caution', aliases: ['出质'] },
        dispute: { zh: '纠纷', en: 'Dispute', tone: 'alarm', aliases: ['诉讼', '无效宣告程序'] },
        seizure: { zh: '保全', en: 'Seizure', tone: 'alarm', aliases: ['查封', '财产保全'] },
        other: { zh: '其他', en: 'Other' },
      },
      label: { zh: '负担类型', en: 'Kind' },
      required: true,
      section: 'encumbrance',
    },
    party: {
      kind: 'text',
      label: { zh: '对方', en: 'Other party' },
      help: { zh: '被许可人、质权人或对方当事人', en: 'Licensee, pledgee or opponent' },
      required: true,
      section: 'encumbrance',
      searched: true,
      max: 120,
    },
    fromOn: {
      kind: 'date',
      label: { zh: '生效日', en: 'From' },
      section: 'encumbrance',
    },
    untilOn: {
      kind: 'date',
      label: { zh: '截止日', en: 'Until' },
      section: 'encumbrance',
    },
    recordedOn: {
      kind: 'date',
      label: { zh: '备案／登记日', en: 'Recorded on' },
      help: {
        zh: '许可合同自生效起 3 个月内备案；质权自登记时设立',
        en: 'Licences are filed within 3 months of effect; a pledge begins with its registration',
      },
      section: 'encumbrance',
    },
    recordNo: {
      kind: 'text',
      label: { zh: '备案／登记号', en: 'Record no.' },
      section: 'encumbrance',
      max: 60,
    },
    note: { kind: 'note', label: { zh: '备注', en: 'Note' }, section: 'encumbrance', max: 2_000 },
  },
});
export type Encumbrance = RecordOf<typeof encumbrance>;
