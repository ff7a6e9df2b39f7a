export const press =
  'OnTheWight, https://onthewight.com/regional-adoption-agency-set-to-be-approved-by-isle-of-wight-council/';
export const southampton =
  'Southampton City Council, Cabinet, 17 July 2018, item 9, https://southampton.gov.uk/modernGov/ieIssueDetails.aspx?IId=21092&Opt=3&PlanId=0';
export const portsmouth =
  'The News, Portsmouth, https://www.portsmouth.co.uk/news/merger-could-help-adoption-process-in-city-1-8539526';
export const hampshire = 'Love Andover, https://loveandover.com/county-council-to-enter-adoption-agency-partnership/';
