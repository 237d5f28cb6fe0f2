/** What the compliance check says: per rule the reason and the factual way out, per exemption why it is fine, and the account's patterns. */
const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;

export const compliance = {
  /** The note shown with every result. */
  note: 'Suggestions, not legal advice. Nothing is blocked or changed; you decide.',
  pastReview: (date: string) => `This rule was due for review on ${date} and may be out of date.`,
  gradeC: 'Commonly reported; the rule’s own text was not read.',
  alike: (message: string) =>
    `${message} This was not found by the rule's words: the text resembles sentences that break it. Judge for yourself.`,
  suggestRed: (posts: number) => ({
    title: posts === 1 ? 'One post says what a rule forbids' : `${posts} posts say what a rule forbids`,
    why: 'Their words do what a named law or platform rule forbids; left so, they may be taken down or cost you reach.',
    action: 'Open Check: each finding shows the words, the rule and the way out. Not an issue? One click says so.',
  }),
  rules: {
    'CN-AD-ABS': {
      message:
        'An absolute term in what reads as an ad. Chinese advertising law forbids “best”, “top grade” and the like for goods and services.',
      wayOut:
        'Say what can be checked: the material, the figure, the test and its date. If nobody pays you and nothing is for sale, the rule does not apply.',
    },
    'CN-AD-RANK': {
      message: 'A rank such as “No. 1” about goods needs the period, the region or channel, the category and a named source.',
      wayOut: 'Add all four, with proof at hand, or describe the product without the rank.',
    },
    'CN-AD-STATE': {
      message: 'State organs, leaders, state banquets, the flag or “special supply” may not be used to sell.',
      wayOut: 'Leave the reference out and describe the goods themselves.',
    },
    'CN-AD-MEDCLAIM': {
      message: 'Goods that are no medicine may not be said to treat, prevent or lower a disease, or to replace medicine.',
      wayOut: 'Describe ingredients, use and taste; leave illness out. Send people with a disease to a doctor.',
    },
    'CN-AD-MEDGUAR': {
      message: 'Medical, drug and device ads may not state cure rates, guarantee effect or safety, compare, or use endorsers.',
      wayOut: 'Give the approved indication and the review number; remove rates, guarantees and recommendations.',
    },
    'CN-AD-HEALTHFOOD': {
      message:
        'Health food may not claim to prevent or treat disease or be called necessary, and must say that it does not replace medicine.',
      wayOut: 'Use only the registered function, and add “本品不能代替药物”.',
    },
    'CN-AD-HEALTHSCI': {
      message:
        'Health knowledge together with an address, contact or purchase link of a related seller counts as a disguised medical ad.',
      wayOut: 'Publish the knowledge without the link and the shop, or the goods in a separate, labelled ad.',
    },
    'CN-AD-COSMED': {
      message: 'Cosmetics may not be called medical or claim medical effects (“药妆”, “械字号”, anti-inflammatory, sterilising).',
      wayOut: 'State the cosmetic effects that were filed: cleansing, moisturising, soothing.',
    },
    'CN-AD-COSSPEC': {
      message: 'Whitening, sun protection, hair loss, dyeing and perming need a special-cosmetics registration.',
      wayOut: 'Give the product’s “特” registration number, or leave the effect out.',
    },
    'CN-AD-MEDBEAUTY': {
      message:
        'Aesthetic medicine: no appearance anxiety, before-and-after pictures by patients, “experience officers” or safety promises; an ad needs a review certificate.',
      wayOut: 'Give the procedure’s facts and risks and the certificate number; leave out looks as failure and promised results.',
    },
    'CN-AD-RX': {
      message: 'Prescription drugs may not be offered or promoted to the public.',
      wayOut: 'Remove the offer and the drug’s name; refer to a doctor or pharmacist.',
    },
    'CN-AD-TOBACCO': {
      message: 'Tobacco and e-cigarettes may not be promoted.',
      wayOut: 'Leave the product out. Quitting and health news are fine.',
    },
    'CN-AD-INFANT': {
      message: 'Infant food may not be said to replace or equal breast milk.',
      wayOut: 'Describe composition and age group without comparing with breast milk.',
    },
    'CN-AD-ALCOHOL': {
      message: 'Alcohol ads may not urge drinking, show driving, or promise relief or strength.',
      wayOut: 'Describe origin, craft and taste.',
    },
    'CN-AD-EDU': {
      message: 'Education ads may not guarantee passing or results, hint at examiners, or use learners’ success as proof.',
      wayOut: 'Describe syllabus, hours, teachers’ qualifications and the refund terms without results.',
    },
    'CN-AD-FIN': {
      message: 'Financial offers may not promise capital, returns or “no risk”, and need a risk notice.',
      wayOut: 'Remove the promise, add the risk notice and the licensed provider.',
    },
    'CN-AD-REALTY': {
      message: 'Property ads may not promise appreciation or returns, nor give the position as minutes of travel.',
      wayOut: 'Give the distance in metres and today’s facts, not future value.',
    },
    'CN-AD-FALSE': {
      message:
        'A promised effect in figures, “no side effects” or “refund if it does not work” is treated as false unless proven.',
      wayOut: 'Attach the evidence, or say what the product does without numbers and guarantees.',
    },
    'CN-AD-DATA': {
      message: 'Percentages, surveys and “experts say” need a named source and date in the ad.',
      wayOut: 'Add who measured it, when and on how many, or leave the figure out.',
    },
    'CN-AD-PATENT': {
      message: 'An ad that mentions a patent must give its number and type.',
      wayOut: 'Add the patent number and type; applications not yet granted may not be used.',
    },
    'CN-AD-DISP': {
      message: 'Belittling other makers’ goods to sell your own is forbidden.',
      wayOut: 'Compare measured properties, or describe only your own goods.',
    },
    'CN-AD-PRICE': {
      message: 'A struck price, “lowest ever” or “tonight only” needs a true basis.',
      wayOut: 'Give the basis (lowest price actually paid in the last seven days, the offer’s dates), or just today’s price.',
    },
    'CN-AD-MINOR': {
      message:
        'Ads may not urge children to make their parents buy, use endorsers under ten, or bring medicine, cosmetics, alcohol or beauty into children’s channels.',
      wayOut: 'Address the parents, and keep such goods out of children’s content.',
    },
    'CN-AD-LABEL': {
      message:
        'This looks paid, gifted or linked to a sale, and the word “广告” is missing. “AD”, “推广” and “合作” do not replace it.',
      wayOut: 'Put “广告” where it is seen at once, and tick the platform’s marketing declaration.',
    },
    'CN-PROMO-LOTTERY': {
      message: 'A draw needs its rules, odds and dates, and no prize above 50,000 yuan.',
      wayOut: 'Add who may take part, the number of prizes, the odds, the dates and how winners are announced.',
    },
    'CN-FAKE': {
      message: 'Buying or selling followers, plays, reviews or orders is unfair competition.',
      wayOut: 'Leave it out; ask viewers openly for honest opinions.',
    },
    'CN-CONT-ILLEGAL': {
      message: 'An offer of gambling, drugs, sexual services, weapons or forged papers is illegal.',
      wayOut: 'Remove it. Reporting, history and education are fine when nothing is offered.',
    },
    'CN-CONT-FRAUD': {
      message: 'Reads like a part-time-job scam: quick daily pay or a sure income, with a way to get in touch.',
      wayOut: 'A real job names employer, place, work and contract. Remove guaranteed income and advance payments.',
    },
    'CN-CONT-CLICKBAIT': {
      message: 'The title shocks or threatens instead of telling.',
      wayOut: 'Say in one plain sentence what the viewer will learn.',
    },
    'CN-CONT-RUMOR': {
      message: 'News of disaster, policy or society without a source, time and place reads as a rumour.',
      wayOut: 'Name the official source, date and place, or do not post it.',
    },
    'CN-CONT-DISASTER': {
      message: 'Jokes or sales around disasters and accidents are unwanted.',
      wayOut: 'Leave the joke or the offer out; give help and verified information.',
    },
    'CN-CONT-DISCRIM': {
      message: 'A whole group (region, sex, ethnicity, health) is insulted.',
      wayOut: 'Speak of the act or the single case.',
    },
    'CN-CONT-ABUSE': {
      message: 'An insult at a person.',
      wayOut: 'Say what was done and why it is wrong.',
    },
    'CN-CONT-SEXHINT': {
      message: 'Sexual suggestion in the title.',
      wayOut: 'Say what the post shows, plainly.',
    },
    'CN-CONT-DANGER': {
      message: 'A dangerous act that is easily copied.',
      wayOut: 'Do not give instructions; show professionals and the protection, with a clear warning.',
    },
    'CN-CONT-HERO': {
      message: 'Mocking heroes and martyrs, or misusing flag, anthem or map, is against the law.',
      wayOut: 'Leave the joke out; keep to documented history and the complete map.',
    },
    'CN-PRIV': {
      message: 'Another person’s identity number, phone, address, plate or medical record.',
      wayOut: 'Remove or mask it; report matters to the platform or the police instead.',
    },
    'CN-QUAL': {
      message:
        'Medical, financial, legal or educational advice needs a certified account; certain tips and treatment orders are forbidden.',
      wayOut: 'Quote the official source, tell only your own experience, or set your certification.',
    },
    'CN-FICTION': {
      message: 'Looks like a staged scene told as real.',
      wayOut: 'Tick “虚构演绎，仅供娱乐” and say so in the post.',
    },
    'CN-AI-LABEL': {
      message: 'Content made with AI has to be declared; a deepfake of a real person needs their consent.',
      wayOut: 'Tick the platform’s AI declaration and keep the visible mark.',
    },
    'CN-AI-STRIP': {
      message: 'Removing AI labels, marks or metadata, or teaching it, is forbidden.',
      wayOut: 'Keep the marks and declare the content.',
    },
    'CN-IP': {
      message: 'Signs of somebody else’s work: reposting, removed or foreign watermark, collections.',
      wayOut: 'Get and name the permission, or tick the repost declaration and give the source.',
    },
    'CN-HOMO': {
      message: 'A word is written in another way to hide it. Platforms treat this as evasion.',
      wayOut: 'Write the word plainly, or leave the claim out.',
    },
    'CN-DIV-CONTACT': {
      message: 'Contact details lead people off the platform.',
      wayOut: 'Use the platform’s own messages or lead form.',
    },
    'CN-DIV-LINK': {
      message: 'A link, code, QR code or mini-program of another platform.',
      wayOut: 'Use the platform’s own shop or components.',
    },
    'CN-DIV-HINT': {
      message: 'A veiled invitation to go elsewhere.',
      wayOut: 'Answer in the post or the comments.',
    },
    'CN-ENG-BAIT': {
      message: 'Likes, follows or forwards in exchange for a reward or the rest of the content.',
      wayOut: 'Ask for opinions, and give the content without conditions.',
    },
    'CN-ENG-TRADE': {
      message: 'Trading follows or likes.',
      wayOut: 'Leave it out; it brings no viewers.',
    },
    'US-DISC-MISSING': {
      message: 'A code, link, gift or sponsor, and no clear disclosure.',
      wayOut: 'Begin with “Ad” or “Sponsored by …”, and set the platform’s label.',
    },
    'US-DISC-VAGUE': {
      message: '“#sp”, “#collab”, “partner” or a bare “thanks” do not tell that somebody pays.',
      wayOut: 'Use “Ad”, “Sponsored” or “Paid partnership” in plain sight.',
    },
    'US-DISC-BURIED': {
      message: 'The disclosure stands where it is easily missed.',
      wayOut: 'Put it first, before other tags and above the fold.',
    },
    'US-HEALTH': {
      message: 'A cure or prevention claim, or “FDA approved”, for a product that cannot make it.',
      wayOut: 'Say only what good studies of this product show; leave diseases out.',
    },
    'US-FIN': {
      message: 'Guaranteed returns or “no risk” are signs of fraud to regulators.',
      wayOut: 'Remove the guarantee and say that money can be lost.',
    },
    'US-FAKE': {
      message: 'Buying, selling or rewarding followers, likes or reviews.',
      wayOut: 'Leave it out; ask for honest reviews without conditions.',
    },
    'NY-AI': {
      message: 'An ad with an AI-made person has to say so in New York.',
      wayOut: 'Add a conspicuous notice that the person is synthetic.',
    },
    'UK-DISC': {
      message: 'Gifts, affiliate links and partners have to be labelled as advertising, first.',
      wayOut: 'Begin with “Ad”.',
    },
    'UK-FINPROM': {
      message: 'An invitation to invest needs approval by an authorised firm.',
      wayOut: 'Have it approved and say by whom, or leave the invitation out.',
    },
    'EU-DISC': {
      message: 'A commercial communication without a clear disclosure.',
      wayOut: 'Label it as advertising at the beginning, in the viewers’ language.',
    },
    'EU-AI': {
      message: 'A realistic artificial person, place or event has to be disclosed.',
      wayOut: 'Say that it is AI-made, visibly and from the start.',
    },
    'YT-PAID': {
      message: 'Paid promotion: YouTube’s box has to be ticked.',
      wayOut: 'Tick “includes paid promotion” in the details.',
    },
    'YT-AI': {
      message: 'Realistic altered or synthetic content: YouTube’s box has to be ticked.',
      wayOut: 'Answer “altered content” with yes.',
    },
    'YT-SPAM': {
      message: 'Trading or rewarding subscriptions, or luring viewers off the site.',
      wayOut: 'Ask to subscribe without a reward.',
    },
    'TT-COMM': {
      message: 'An incentive, a brand and a recommendation: TikTok’s content disclosure has to be on.',
      wayOut: 'Switch on “disclose commercial content”: your brand or branded content.',
    },
    'TT-AI': {
      message: 'Realistic AI-made content has to be labelled on TikTok.',
      wayOut: 'Switch on “AI-generated content”.',
    },
    'IG-PARTNER': {
      message: 'A paid or gifted post needs Instagram’s paid partnership label.',
      wayOut: 'Add the label and tag the partner.',
    },
    'IG-PROMO': {
      message:
        'A giveaway needs rules, a release of Instagram and the note that Instagram does not sponsor it; no tagging of people who are not in the picture.',
      wayOut: 'Add the release and the rules.',
    },
    'IG-BAIT': {
      message: 'Asking for tags, votes or likes, or another app’s watermark, lowers reach.',
      wayOut: 'Ask a real question; upload without the watermark.',
    },
    'X-PAID': {
      message: 'A paid partnership on X needs its label; some industries are barred altogether.',
      wayOut: 'Switch on “paid partnership” or begin with #ad; do not take such deals for barred industries.',
    },
    'X-SPAM': {
      message: 'Follow trains and sold engagement are platform manipulation.',
      wayOut: 'Leave it out.',
    },
    'GL-CLICKBAIT': {
      message: 'The title alarms instead of telling.',
      wayOut: 'Say plainly what the viewer will see.',
    },
    'TECH-ZW': {
      message: 'Invisible characters inside a word. They come from copying or from hiding words, and look like evasion.',
      wayOut: 'Type the word again.',
    },
    'TECH-TAGSPAM': {
      message: 'More than ten tags, or the same tag again.',
      wayOut: 'Keep the few that fit the post.',
    },
    'TECH-DUP': {
      message: 'Nearly the same as another post of yours on this platform within 30 days.',
      wayOut: 'Keep one; change the others, or take them down.',
    },
    'TECH-BURST': { message: 'Many posts at once, far above your usual rate.', wayOut: 'Spread them out.' },
    'TECH-RATIO-COMM': {
      message: 'The commercial share of your latest posts is above your own target.',
      wayOut: 'Put other posts in between, or change the target in the plan.',
    },
    'TECH-RATIO-SENS': {
      message: 'The share of posts with findings is above your own limit.',
      wayOut: 'Look through the findings; dismiss those that are none.',
    },
  },
  exemptions: {
    E1: 'Fine: facts about the business itself, nothing sold.',
    E2: 'Fine: an attitude or a goal, not a claim about the goods.',
    E3: 'Fine: the term is not about the goods.',
    E4: 'Fine: compared only within the own shop or brand.',
    E5: 'Fine: a tip for use.',
    E6: 'Fine: a statutory grade or a technical term.',
    E7: 'Fine: part of a name or title.',
    E8: 'Fine: an official award or title. Keep the proof at hand.',
    E9: 'Fine: period, scope and source are given. Keep the proof at hand.',
    disclaimer: 'Fine: the required notice is there.',
    registered: 'Fine: the registration number is given.',
    evidence: 'Fine: evidence is given.',
    sourced: 'Fine: source and date are given.',
    numbered: 'Fine: the patent number is given.',
    basis: 'Fine: the basis of the price is given.',
    labelled: 'Fine: labelled as advertising.',
    ownShop: 'Fine: the own goods in the own shop’s account.',
    rules: 'Fine: rules and dates are given.',
    quote: 'Fine: quoted, not claimed.',
    official: 'Fine: an official source is named.',
    certified: 'Fine: a qualification is named.',
    declared: 'Fine: declared.',
    licence: 'Fine: permission or own work is stated.',
    disclosed: 'Fine: disclosed.',
    thanksFree: 'Often enough: the free product is thanked for first.',
    adFirst: 'Fine: “Ad” stands first.',
  },
  /** Asked only where the answer decides. */
  questions: {
    commercial: 'Is anything sold or promoted here for money?',
    hasLink: 'Is there a purchase link with it?',
    adLabel: 'Is the word “广告” (ad) shown?',
    gifted: 'Was the product a gift?',
    paid: 'Were you paid for this post?',
    aiUsed: 'Was AI used to make it?',
    staged: 'Is the scene staged?',
    declared: 'Which declaration is ticked on the platform?',
    certified: 'Is your account certified for this subject?',
    isRepost: 'Is it somebody else’s work?',
  },
  /** Ways out of signs that no rule stands behind. */
  opinion: {
    'OPINION-COMMENTS': 'Read the newest comments. Answer what is asked; if it is trouble, log it as a problem.',
    'OPINION-LIKES': 'Compare its title and opening with the posts that did well before making another like it.',
    'OPINION-COMPLAINTS': 'Answer each complaint within 48 hours and note what was done.',
    'OPINION-TONE': 'Read the newest comments and answer the matter they share.',
  },
  ownFigures: 'No law or platform rule: compared with your own usual figures.',
  ownTarget: 'No law or platform rule: compared with the target in your plan.',
  patterns: {
    duplicates: (count: number, title: string) => `${count} posts say nearly the same: “${title}”.`,
    identical: (count: number, title: string) => `${count} posts within 30 days are the same: “${title}”.`,
    burst: (posts: number, usual: number) => `${posts} posts in one day, against about ${usual} usually.`,
    commercial: (k: number, n: number, target: number) =>
      `${k} of the last ${n} posts (${percent(k / n)}) are paid: too many to be chance. Your plan allows at most ${percent(target)}.`,
    sensitive: (k: number, n: number, limit: number) =>
      `${k} of the last ${n} posts (${percent(k / n)}) have findings: too many to be chance. Your limit is ${percent(limit)}.`,
    commentSurge: (title: string, times: number) =>
      `“${title}” draws ${times} times your usual comments per view: praise or trouble?`,
    likeDrop: (title: string) => `“${title}” has far fewer likes per view than your other posts.`,
    complaints: (count: number) => `${count} complaints were entered in the last 7 days.`,
    toneDrop: (share: number, usual: number) =>
      `On the last day counted, ${percent(share)} of the comments in view sound negative, against ${percent(usual)} usually.`,
  },
};
