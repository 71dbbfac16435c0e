import { defineMessages } from '../../../shared/core/messages.ts';

/** Words of calendars. */
export const calendarMessages = defineMessages(
  {
    'calendar.by': '按{{field}}',
    'calendar.byHint': '记录放在哪个日期上',
    'calendar.span': '时间范围',
    'calendar.month': '月',
    'calendar.week': '周',
    'calendar.today': '今天',
    'calendar.back': '往前',
    'calendar.on': '往后',
    'calendar.monthOf': '{{year}} 年 {{month}} 月',
    'calendar.weekOf': '{{from}} 至 {{to}}',
    'calendar.day': '{{date}}，{{count}} 项',
    'calendar.dayAt': '{{weekday}} {{date}}',
    'calendar.more': '还有 {{count}} 项',
    'calendar.moreOf': '{{date}} 还有 {{count}} 项，按周看',
    'calendar.undated': '{{count}} 项没有{{field}}',
    'calendar.moved': '“{{title}}”已改到 {{date}}',
    'calendar.help':
      '方向键在日期间移动，翻页键换月；Tab 进入当天的记录，Alt 加方向键改日期，Enter 打开。',
  },
  {
    'calendar.by': 'By {{field}}',
    'calendar.byHint': 'The date at which records stand',
    'calendar.span': 'Span',
    'calendar.month': 'Month',
    'calendar.week': 'Week',
    'calendar.today': 'Today',
    'calendar.back': 'Earlier',
    'calendar.on': 'Later',
    'calendar.monthOf': '{{year}}-{{month}}',
    'calendar.weekOf': '{{from}} to {{to}}',
    'calendar.day': '{{date}}, {{count}} records',
    'calendar.day_one': '{{date}}, 1 record',
    'calendar.dayAt': '{{weekday}} {{date}}',
    'calendar.more': '{{count}} more',
    'calendar.moreOf': '{{date}}: {{count}} more, by the week',
    'calendar.undated': '{{count}} without “{{field}}”',
    'calendar.moved': '“{{title}}” is now on {{date}}',
    'calendar.help':
      'Arrow keys move between days, Page up and Page down between months; Tab goes to the records of the day, Alt with an arrow key changes the date, Enter opens.',
  },
);
