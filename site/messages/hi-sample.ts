// Hindi, by the names of en-sample.ts.

export const sample = 'यह एक नमूना है।'
export const sampleMore = 'इस घर में कोई नहीं रहता; सब आज़माएँ। यह इसी ब्राउज़र में है, और कहीं नहीं।'
export const leaveSample = 'नमूने से निकलें'
export const notHere = 'नमूने में यह नहीं है।'
