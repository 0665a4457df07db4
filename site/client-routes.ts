import {
  accounts,
  budgets,
  categories,
  insights,
  ledgers,
  login,
  payees,
  profile,
  register,
  statements,
  transactions,
} from 'outlay:routes'

/** The routes that the site asks: what is not named here costs it no byte. */
export const routes = {
  accounts,
  budgets,
  categories,
  insights,
  ledgers,
  login,
  payees,
  profile,
  register,
  statements,
  transactions,
}
