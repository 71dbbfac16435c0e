import { beforeAll, describe, expect, it } from 'vitest';
import { ipRight, kindOf } from '../../../shared/features/ip-rights/index.ts';
import { type Import, importAsProposed, sheetsOf, usesOf } from '../importing/sheets.ts';

describe('a list of patents, as a database exports it', () => {
  let read: Import;
  beforeAll(async () => {
    read = importAsProposed(await sheetsOf('patents.xlsx'));
  });
  const viewOf = (no: number) => read.reading.view(read.headerRow + no);

  it('is known for what it is, and every column but the serial number finds its field', () => {
    expect(read.subject.entity.name).toBe('ipRight');
    expect(usesOf(read.columns)).toEqual({
      序号: 'serialNumber',
      专利名称: 'ipRight.title',
      申请号: 'ipRight.applicationNo',
      申请日: 'ipRight.filedOn',
      '公开（公告）号': 'ipRight.publicationNo',
      '公开（公告）日': 'ipRight.publishedOn',
      '申请（专利权）人': 'ipRight.holders',
      发明人: 'ipRight.inventors',
      IPC分类号: 'ipRight.ipc',
      法律状态: 'ipRight.status',
      授权公告日: 'ipRight.grantedOn',
      代理机构: 'ipRight.agency',
    });
  });

  it('is 41 rows: two with problems, one that repeats a number written otherwise', () => {
    const count = (state: string) => read.views.filter((view) => view.state === state).length;
    expect([count('ready'), count('problem'), count('repeated')]).toEqual([38, 2, 1]);
  });

  it('has its numbers and statuses in their standard forms, and kinds by the numbers', () => {
    const { values } = viewOf(3).reading;
    expect(values).toMatchObject({
      title: '一种燃料电池双极板方法',
      filedOn: '2014-03-05',
      status: 'examined',
      inventors: ['宋知远', '许清源'],
    });
    expect(String(values.applicationNo)).toMatch(/^2014\d{8}\.[\dX]$/);
    expect(kindOf({ applicationNo: String(values.applicationNo) })).toBe('utilityModel');
  });

  it('says which check digit a wrong number should have, and which word is no status', () => {
    const problems = [viewOf(18), viewOf(30)].map(({ reading }) =>
      JSON.stringify(reading.problems),
    );
    expect(problems[0]).toContain('wrongCheckCharacter');
    expect(problems[0]).toContain('expected');
    expect(problems[1]).toContain('notAChoice');
    expect(ipRight.fields.status.kind).toBe('choice');
  });
});
