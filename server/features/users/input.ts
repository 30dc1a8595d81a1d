import { z } from 'zod';
import { limits } from '../../../contract/limits.ts';
import { locales } from '../../../contract/locales.ts';
import { eventRoles, officeRoles } from '../../../contract/roles.ts';
import { isMailAddress } from '../../platform/mail-address.ts';

const email = z
  .string()
  .trim()
  .min(1)
  .max(limits.email)
  .toLowerCase()
  .refine(isMailAddress, { error: 'errors.email' });
const name = z.string().trim().min(1).max(limits.name);
/** The rules of a new password need to know the person, so the verb checks them. */
const newPassword = z.string().min(1).max(limits.passwordLongest);

export const SignInInput = z.object({
  email: z.string().trim().min(1).max(limits.email).toLowerCase(),
  password: z.string().min(1).max(limits.passwordLongest),
});
export type SignInInput = z.infer<typeof SignInInput>;

export const FirstRunInput = z.object({ name, email, password: newPassword, locale: z.enum(locales) });
export type FirstRunInput = z.infer<typeof FirstRunInput>;

export const ForgotPasswordInput = z.object({ email });
export const ResetPasswordInput = z.object({ password: newPassword });

export const ProfileInput = z.object({ name, locale: z.enum(locales) });
export type ProfileInput = z.infer<typeof ProfileInput>;

export const ChangePasswordInput = z.object({
  current: z.string().min(1).max(limits.passwordLongest),
  password: newPassword,
});
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;

export const ApiTokenInput = z.object({
  label: z.string().trim().min(1).max(limits.name),
  days: z.enum(['30', '90', '365', 'never']),
});
export type ApiTokenInput = z.infer<typeof ApiTokenInput>;

export const NewUserInput = z.object({ name, email, role: z.enum(officeRoles), locale: z.enum(locales) });
export type NewUserInput = z.infer<typeof NewUserInput>;

export const UserInput = z.object({ name, role: z.enum(officeRoles), locale: z.enum(locales) });
export type UserInput = z.infer<typeof UserInput>;

export const MemberInput = z.object({ email, role: z.enum(eventRoles) });
export type MemberInput = z.infer<typeof MemberInput>;

export const MemberRoleInput = z.object({ role: z.enum(eventRoles) });
