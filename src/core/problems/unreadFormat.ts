import { kind } from './kind';

export const unreadFormat = kind<{ readonly format: string }>({
  severity: 'information',
  rule: 'The text is a log of a form that is recognised, but not read yet.',
  sentence: ({ format }) =>
    `This is the text of ${format}, which Annals cannot read yet; it reads OpenGrok's history pages saved as text.`,
});
