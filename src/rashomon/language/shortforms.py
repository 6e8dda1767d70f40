"""Short and other forms of given names, as data: two forms in one row can be one person's.

The rows are English usage (Bob is Robert) and given names whose spellings in
Latin letters differ by more than folding by sound takes away.  A form may stand in
several rows.
"""

from __future__ import annotations

__all__ = ["ROWS", "SHORT_FORMS", "SPELLINGS"]

_ROWS = """
mary polly molly
helen nell
kathleen kathy
abigail abby gail
abraham abe bram
adam ad
albert al bert
alexander alex al sandy sasha alec xander
alexandra alex sandra sasha lexi alexa
alfred al fred alf
allison ali allie
amanda mandy
andrew andy drew
angela angie
anthony tony
antonio tony
arthur art
barbara barb barbie
benjamin ben benny
bernard bernie
elizabeth beth liz lizzie betty betsy eliza lisa libby bess
bradley brad
caroline carrie
catherine cathy cate kate katie kathy kitty cat
katherine kate katie kathy kitty kat
charles charlie chuck chas
christina chris tina christy
christine chris chrissy tina
christopher chris kit topher
cynthia cindy
daniel dan danny
danielle dani
david dave davy
deborah deb debbie debra
dennis denny
dominic dom nick
donald don donnie
dorothy dot dottie
douglas doug
edmund ed eddie ned
edward ed eddie ted teddy ned
edwin ed eddie
eleanor ellie nell nora
emily em emmy
eugene gene
ezekiel zeke
florence flo
frances fran frankie
francis frank fran
franklin frank
frederick fred freddie rick
gabriel gabe
gerald gerry jerry
geoffrey geoff jeff
george georgie
gilbert gil bert
gregory greg
gwendolyn gwen
harold hal harry
harriet hattie
henry hank harry hal
herbert herb bert
howard howie
hubert bert
isaac ike
isabel izzy bella
jacob jake
jacqueline jackie
james jim jimmy jamie
janet jan
jeffrey jeff
jennifer jen jenny
jeremiah jerry
jeremy jerry
jerome jerry
jessica jess jessie
john johnny jack
jonathan jon jonny john
joseph joe joey
joshua josh
josephine jo josie
joyce joy
judith judy
julia julie
kenneth ken kenny
kevin kev
kimberly kim
lawrence larry laurie
leonard len lenny leo
leslie les
lillian lily lil
louis lou
lucille lucy
margaret maggie meg peg peggy marge rita greta
martha marty
martin marty
matthew matt
maurice moe
megan meg
melissa mel
michael mike mickey mick micky mikey
michelle shelly
mitchell mitch
nancy nan
natalie nat
nathan nate
nathaniel nate nat nathan
nicholas nick nicky
nicole nikki
norman norm
oliver ollie
oswald oz ozzie
pamela pam
patricia pat patty tricia trish
patrick pat paddy
paul paulie
peter pete
philip phil
prudence pru
rachel rae
randall randy
randolph randy
raymond ray
rebecca becky becca
reginald reg reggie
richard rick ricky rich richie dick
robert bob bobby rob robbie bert
roberta bobbie
roderick rod
rodney rod
roger rodge
ronald ron ronnie
rosemary rose rosie
roy royce
rudolph rudy
russell russ
samantha sam
samuel sam sammy
sarah sally sadie
sebastian seb
sharon shari
sidney sid
solomon sol
stanley stan
stephanie steph
stephen steve stevie steven
steven steve stevie
stuart stu
susan sue suzy susie
susannah sue susie
suzanne sue suzy
sylvester sly
tamara tammy
terence terry
theodore ted teddy theo
theresa terry tess
thomas tom tommy
timothy tim timmy
valerie val
veronica ronnie
victor vic
victoria vicky tori
vincent vince vinny
virginia ginny
walter walt wally
wendell wendy
wilfred wilf fred
william bill billy will willy liam
zachary zach zack
"""
_SPELLINGS = """
mohammed muhammad mohamed mohamad mohammad muhamad mohd
abdullah abdallah abdulla
abdul abdel abd abdal
yusuf youssef yousef yusef yousuf yusif
qasem qassem qasim kasim kassem qassim
hussein hossein husein hosein husain
omar umar
osman uthman othman
suleiman sulayman soleiman suleyman
ibrahim ebrahim
ismail esmail ismael
jamal gamal djamal
usama osama
aleksei alexei alexey alexis
sergei serge sergii serhiy
dmitry dmitri dmytro dimitri
vladimir volodymyr
nikolai mykola nicolai
oleksandr alexander aleksandr
mikhail mykhailo michail
pavel pavlo
yevgeny evgeny yevhen eugene
"""


ROWS = tuple(tuple(row.split()) for row in (_ROWS.strip() + _SPELLINGS).strip().split("\n"))
"""The forms of each row, the full one first; at the end the rows that only spell one name otherwise."""

SPELLINGS = frozenset(range(len(_ROWS.strip().split("\n")), len(ROWS)))
"""The numbers of those rows at the end."""


def _table() -> dict[str, frozenset[int]]:
    rows: dict[str, set[int]] = {}
    for number, row in enumerate(ROWS):
        for form in row:
            rows.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in rows.items()}


SHORT_FORMS = _table()
"""Each form with the numbers of its rows."""
