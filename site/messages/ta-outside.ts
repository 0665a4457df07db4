// Tamil, by the names of en-outside.ts.

export const openLedger = 'கணக்கேடு திற'
export const openLead = 'ஒரு கணக்கும் வழக்கமான வகைகளும் இருக்கும், முதல் பதிவுக்குத் தயார்.'
export const currencyHint = 'கணக்கேட்டின் நாணயம். அது மாறாது; ஒரு கணக்குக்கு வேறு இருக்கலாம்.'
export const choose = 'ஒன்றைத் தேர்ந்தெடு'
export const takeAlong = 'மாதிரியின் வகைகளோடு தொடங்கு, உங்கள் மாற்றங்களுடன்'
