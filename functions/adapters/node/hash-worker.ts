import { answerTasks } from './answer-tasks.ts'
import { argon } from './argon.ts'

// Bundled to a file of its own, so that the local host's one thread goes on answering while a password is hashed.
answerTasks(argon)
