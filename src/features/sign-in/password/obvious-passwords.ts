/**
 * Passwords that guessers try first, without signs, in lower case. Twelve letters or more keep nearly all of the common
 * lists out by themselves; these are the long ones, the words of this service, and words that digits are put around.
 */
export const obviousPasswords: ReadonlySet<string> = new Set(
  `password passwords passw0rd mypassword thepassword newpassword passwordpassword password123password
  letmein letmeinnow letmeinplease welcome welcomeback welcomehome changeme changemenow pleasechangeme changethis
  default defaultpassword secret topsecret mysecret secretpassword administrator admin adminadmin adminpassword root
  superuser sysadmin test testing testtest testpassword guest user username login loginlogin access accessgranted
  qwerty qwertyuiop qwertyqwerty asdfghjkl asdfasdfasdf zxcvbnm zxcvbnmasdf qazwsx qazwsxedc qazwsxedcrfv onetwothreefour
  iloveyou iloveyouso ilovemyself ilovemyfamily iloveyouforever sunshine princess football footballfan baseball basketball
  superman batman spiderman dragon monkey shadow master trustno trustnoone whatever starwars pokemon michael jennifer
  liverpool liverpoolfc manchester manchesterunited manutd chelsea chelseafc arsenal arsenalfc tottenham everton celtic
  rangers england scotland wales ireland london birmingham
  correcthorsebatterystaple correcthorsebattery horsebatterystaple threerandomwords threerandomword
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter christmas
  poolkeeper poolkeeperpoolkeeper council councils countycouncil citycouncil boroughcouncil councilcouncil
  adoption adoptionagency regionaladoption regionaladoptionagency aspireadoption localauthority localgovernment
  finance financeofficer financeteam financelead leadofficer boardmember committeeclerk observer auditor
  dorset dorsetcouncil bournemouth poole kent medway bexley`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
