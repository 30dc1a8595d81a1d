import { z } from 'zod';

const Link = z.object({ href: z.string(), label: z.string(), icon: z.string(), current: z.boolean() });

/** `count`: where to ask how many things wait behind this link; '' for a link without a number. */
const EventLink = Link.extend({ count: z.string() });

/** What surrounds a page: header, navigation, language switch, flash. Layouts read it as `@shell`. */
export const Shell = z.object({
  title: z.string(),
  appName: z.string(),
  url: z.string(),
  languages: z.array(
    z.object({ locale: z.string(), label: z.string(), href: z.string(), current: z.boolean() }),
  ),
  user: z.object({ name: z.string(), initials: z.string(), isAdministrator: z.boolean() }).nullable(),
  flash: z.object({ tone: z.enum(['good', 'bad', 'note']), text: z.string() }).nullable(),
  event: z
    .object({
      title: z.string(),
      href: z.string(),
      when: z.string(),
      state: z.string(),
      stateLabel: z.string(),
      groups: z.array(z.object({ label: z.string(), links: z.array(EventLink) })),
      /** Pages beside this one. */
      sections: z.array(z.object({ href: z.string(), label: z.string(), current: z.boolean() })),
      action: z.object({ href: z.string(), label: z.string() }).nullable(),
    })
    .nullable(),
  nav: z.array(Link),
  /** The address of the live stream this page listens to, or null. */
  stream: z.string().nullable(),
  paths: z.object({ home: z.string(), signIn: z.string(), signOut: z.string(), profile: z.string() }),
});
export type Shell = z.infer<typeof Shell>;
