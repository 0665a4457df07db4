import type { Letter } from '../../ports/letters.ts'
import { htmlLetters } from '../letters/html-letters.ts'
import { answerTasks } from '../node/answer-tasks.ts'
import type { DrawTask } from './draw-task.ts'
import { pdfkitSheets } from './pdfkit-sheets.ts'

const sheets = pdfkitSheets()
const letters = htmlLetters()

// Bundled to a file of its own, so that the local host's one thread goes on answering while a report is drawn.
answerTasks<DrawTask, Uint8Array | Letter>(async (task) => {
  switch (task.do) {
    case 'pdf':
      return sheets.pdf(...task.given)
    case 'report':
      return letters.report(...task.given)
    case 'verification':
      return letters.verification(...task.given)
    case 'reset':
      return letters.reset(...task.given)
    case 'alert':
      return letters.alert(...task.given)
  }
})
